/** A request as a Java program with java.net.http, which `java Ask.java` runs. */
import type { CodeRequest } from './snippet.ts';

export function writeJava({ method, url, headers, body }: CodeRequest): string {
  const publisher = body === undefined ? 'BodyPublishers.noBody()' : `BodyPublishers.ofString(${bodyLiteral(body)})`;
  return [
    'import java.net.URI;',
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpRequest.BodyPublishers;',
    'import java.net.http.HttpResponse.BodyHandlers;',
    '',
    'public class Ask {',
    '    public static void main(String[] args) throws Exception {',
    `        var request = HttpRequest.newBuilder(URI.create(${literal(url)}))`,
    ...headers.map(([name, value]) => `                .header(${literal(name)}, ${literal(value)})`),
    `                .method(${literal(method)}, ${publisher})`,
    '                .build();',
    '        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
    '        System.out.println(response.statusCode() + " " + response.body());',
    '    }',
    '}',
  ].join('\n');
}

/** In ASCII, since a compiler may read a file in another encoding. */
const literal = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'));

function bodyLiteral(body: string): string {
  const lines = body.split(/(?<=\n)/);
  return lines.map(literal).join('\n                        + ');
}
