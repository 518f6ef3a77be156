// Reads one event a line, as a program with the CloudEvents SDK for JavaScript would receive it, and checks it:
//   check.mjs < lines
// Prints how many there were; ends with 1 at the first that the SDK does not take or understands otherwise.
import { createInterface } from "node:readline";
import { CloudEvent, HTTP } from "cloudevents";

let count = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const headers = { "content-type": "application/cloudevents+json; charset=utf-8" };
  try {
    const received = HTTP.toEvent({ headers, body: line });
    const strict = new CloudEvent(JSON.parse(line), true);
    if (!strict.validate()) throw new Error("not valid");
    for (const [name, value] of Object.entries(JSON.parse(line))) {
      const read = JSON.stringify(received[name]);
      if (read !== JSON.stringify(value)) throw new Error(`${name} is read as ${read}`);
    }
  } catch (error) {
    console.log(`${line}\n${error}`);
    process.exit(1);
  }
  count += 1;
}
console.log(String(count));
