/** The secret of the demo application. It is published, like its key, and opens nothing but sandboxes on somebody's own machine. */
export const demoSecret = 'nhs-api-sandbox-demo-secret';
