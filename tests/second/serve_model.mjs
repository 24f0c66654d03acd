// A local model behind the OpenAI protocol, on loopback, for `make test-model`: node serve_model.mjs MODULES MODEL.gguf
// Prints the port that it listens on. One request at a time; a JSON schema becomes a grammar.
import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const library = path.join(path.resolve(modules), "node_modules", "node-llama-cpp", "dist", "index.js");
const { getLlama, LlamaChatSession } = await import(pathToFileURL(library));
const llama = await getLlama({ gpu: false, maxThreads: 1, build: "never", logLevel: "error" });
const model = await llama.loadModel({ modelPath: file });
const WINDOW = 8192;
const LONGEST = 700; // tokens of an answer: a small model may repeat itself without end

async function complete(body) {
  const [system, user] = body.messages.map((message) => message.content);
  const context = await model.createContext({ contextSize: WINDOW });
  try {
    const session = new LlamaChatSession({ contextSequence: context.getSequence(), systemPrompt: system });
    const schema = body.response_format?.json_schema?.schema;
    const grammar = schema ? await llama.createGrammarForJsonSchema(schema) : undefined;
    const said = await session.promptWithMeta(user, { grammar, maxTokens: LONGEST, temperature: 0 });
    return { text: said.responseText, finished: said.stopReason !== "maxTokens" };
  } finally {
    await context.dispose();
  }
}

let queue = Promise.resolve();
const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    queue = queue.then(async () => {
      const send = (status, data) => {
        response.writeHead(status, { "Content-Type": "application/json" });
        response.end(JSON.stringify(data));
      };
      try {
        const body = JSON.parse(Buffer.concat(chunks).toString());
        const tokens = model.tokenize(body.messages.map((message) => message.content).join("\n")).length;
        if (tokens + LONGEST > WINDOW) return send(400, { error: { message: "the request is longer than the window" } });
        const { text, finished } = await complete(body);
        send(200, {
          id: "local", object: "chat.completion", created: 0, model: "local",
          choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finished ? "stop" : "length" }],
          usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
        });
      } catch (error) {
        send(500, { error: { message: String(error) } });
      }
    });
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
