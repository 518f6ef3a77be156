// A certified provider of OpenID Connect on 127.0.0.1, for one client. Whoever signs in with any password is the person
// whose code they type.
//   node provider.mjs PORT CLIENT SECRET RETURN_URL KEYS
// KEYS names the signing keys: another word makes another key, as when a provider changes them.
import { createHash, generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import Provider from "oidc-provider";

const [port, client, secret, returnUrl, keys] = process.argv.slice(2);

// The same name gives the same key, so that a provider that is only restarted keeps it.
function keyOf(name) {
    if (existsSync(name)) return JSON.parse(readFileSync(name, "utf8"));
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
    key.kid = createHash("sha256").update(key.n).digest("hex").slice(0, 16);
    writeFileSync(name, JSON.stringify(key), { mode: 0o600 });
    return key;
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
        {
            client_id: client,
            client_secret: secret,
            redirect_uris: [returnUrl],
            grant_types: ["authorization_code"],
            response_types: ["code"],
            token_endpoint_auth_method: "client_secret_post",
        },
    ],
    jwks: { keys: [keyOf(keys)] },
    cookies: { keys: ["for tests only"] },
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    pkce: { methods: ["S256"], required: () => true },
    findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, preferred_username: id }),
    }),
    features: { devInteractions: { enabled: true } },
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
