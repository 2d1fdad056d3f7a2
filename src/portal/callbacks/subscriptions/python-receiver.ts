/** A receiver that believes nobody but the sandbox, to be copied. */
export const pythonReceiver = `import base64, hashlib, hmac, os, time
from http.server import BaseHTTPRequestHandler, HTTPServer

key = base64.b64decode(os.environ["SECRET"].removeprefix("whsec_"))

def is_ours(headers, body):
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    ours = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    is_fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    theirs = [one.removeprefix("v1,") for one in headers["webhook-signature"].split(" ")]
    return is_fresh and any(hmac.compare_digest(one, ours) for one in theirs)

class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        known = is_ours(self.headers, body)
        if known: print(body)
        self.send_response(204 if known else 403)
        self.end_headers()

HTTPServer(("localhost", 3000), Receiver).serve_forever()
`;
