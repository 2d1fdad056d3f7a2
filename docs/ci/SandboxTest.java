// Testcontainers for Java with JUnit 5; the image is the one that `docker build -t nhs-api-sandbox .` makes.
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;

@Testcontainers
class SandboxTest {
  @Container
  static final GenericContainer<?> sandbox =
      new GenericContainer<>(DockerImageName.parse("nhs-api-sandbox"))
          .withExposedPorts(8787)
          .withCommand("start", "--host", "0.0.0.0", "--ephemeral", "--clock", "2026-01-01T00:00:00Z")
          .waitingFor(Wait.forHttp("/_sandbox/health").forPort(8787));

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void reset() throws Exception {
    send(request("/_sandbox/reset").POST(BodyPublishers.noBody()));
  }

  @Test
  void readsAPatient() throws Exception {
    HttpResponse<String> answer =
        send(request("/personal-demographics/FHIR/R4/Patient/9000000009").header("X-Request-ID", UUID.randomUUID().toString()));
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"birthDate\":\"2010-10-22\""));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + sandbox.getHost() + ":" + sandbox.getMappedPort(8787) + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
