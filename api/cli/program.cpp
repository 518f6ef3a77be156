#include "api/cli/program.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "api/cli/commands.hpp"
#include "api/cli/rules.hpp"
#include "api/version.hpp"

namespace minhbach::api::cli {
namespace {

std::string data_help() {
    return "directory of the store";
}

std::string token_help() {
    return "PKCS#11 URI of an Ed25519 key that signs from here on, with module-path and pin-source; without it a new "
           "key "
           "in a file";
}

void add_rules(CLI::App& app, std::function<int()>& chosen) {
    auto* rules =
        app.add_subcommand("rules", "ask the rules of law; JSON Lines from standard input to standard output");
    rules->require_subcommand(1);
    auto* evaluate = rules->add_subcommand("evaluate", "which level follows from the facts, with the trace of clauses");
    auto trace = std::make_shared<std::string>("full");
    evaluate->add_option("--trace", *trace, "full or none")
        ->check(CLI::IsMember({"full", "none"}))
        ->capture_default_str();
    evaluate->callback([&chosen, trace] {
        chosen = [trace] {
            std::ios::sync_with_stdio(false);  // otherwise each letter is asked of the C library
            return rules_evaluate(std::cin, std::cout, *trace == "full");
        };
    });
    rules->add_subcommand("quota", "how many may be rated excellent")->callback([&chosen] {
        chosen = [] { return rules_quota(std::cin, std::cout); };
    });
    rules->add_subcommand("deadline", "on which day a period ends")->callback([&chosen] {
        chosen = [] { return rules_deadline(std::cin, std::cout); };
    });
    rules->add_subcommand("procedure", "whether a step may be taken, and what is missing")->callback([&chosen] {
        chosen = [] { return rules_procedure(std::cin, std::cout); };
    });
    auto* check = rules->add_subcommand("check", "whether the document of a rulebook is sound");
    auto file = std::make_shared<std::string>();
    check->add_option("file", *file, "its JSON")->required()->check(CLI::ExistingFile);
    check->callback([&chosen, file] { chosen = [file] { return rules_check(*file); }; });
    auto compared = std::make_shared<CompareOptions>();
    auto* compare =
        rules->add_subcommand("compare", "whose level would differ under two rulebooks, and by which clause");
    compare
        ->add_option("first", compared->first,
                     "a rulebook of the program, by its id, a file, or 'bound': each unit's own")
        ->required();
    compare->add_option("second", compared->second, "another")->required();
    compare->add_option("--cycle", compared->cycle, "the evaluation cycle, by its id")->required();
    compare->add_option("--data", compared->data, data_help())->required();
    compare->callback([&chosen, compared] { chosen = [compared] { return rules_compare(*compared); }; });
}

void add_witness(CLI::App& app, std::function<int()>& chosen) {
    auto options = std::make_shared<WitnessOptions>();
    auto* command = app.add_subcommand(
        "witness", "cosign checkpoints of other logs that prove to be append-only (C2SP tlog-witness)");
    command->add_option("--data", options->data, "directory of the witness; made, with a new key, if there is none")
        ->required();
    command->add_option("--name", options->name, "name of the witness for ever, e.g. chungkien.moha.gov.vn")
        ->required();
    command->add_option("--logs", options->logs, "file with the verifier key of each log, one a line")
        ->required()
        ->check(CLI::ExistingFile);
    add_listening(*command, options->listen);
    command->callback([&chosen, options] { chosen = [options] { return witness(*options); }; });
}

void add_export(CLI::App& app, std::function<int()>& chosen) {
    auto options = std::make_shared<ExportOptions>();
    auto* command = app.add_subcommand("export", "write an audit package (needs the directory alone)");
    command->add_option("--data", options->data, data_help())->required();
    auto* scope = command->add_option_group("scope", "what the package is about");
    scope->add_option("--unit", options->unit, "everything about a unit and those rated in it, by its code");
    scope->add_option("--person", options->person, "everything about a person, by code");
    scope->add_option("--cycle", options->cycle, "everything of an evaluation cycle, by its id");
    scope->require_option(1);
    command->add_option("--out", options->out, "new file for the package")->required();
    command->add_option("--size", options->size, "rest on the earlier checkpoint of this size");
    command->add_option("--purpose", options->purpose, "for what; kept in the access ledger")
        ->default_str("xuất tại máy chủ");
    command->callback([&chosen, options] { chosen = [options] { return export_package(*options); }; });
}

void add_backup(CLI::App& app, std::function<int()>& chosen) {
    auto options = std::make_shared<BackupOptions>();
    auto* command = app.add_subcommand(
        "backup", "copy what is new of a store into the folder of its backup (works while a server holds it)");
    command->add_option("--data", options->data, data_help())->required();
    command->add_option("--to", options->to, "folder of the backup, best on another machine's disk")->required();
    command->add_option("--vault", options->vault,
                        "another folder, for the one copy of the keys; the copy before is overwritten");
    command->callback([&chosen, options] { chosen = [options] { return backup(*options); }; });
}

void add_restore(CLI::App& app, std::function<int()>& chosen) {
    auto options = std::make_shared<RestoreOptions>();
    auto* command = app.add_subcommand("restore", "build a new store from a backup, proven row by row");
    command->add_option("--from", options->from, "folder of the backup")->required()->check(CLI::ExistingDirectory);
    command->add_option("--vault", options->vault, "folder with the copy of the keys")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--to", options->to, "new directory for the store")->required();
    command->add_option("--until", options->until,
                        "only what lies before this position, or was recorded up to this time (RFC 3339): back to the "
                        "last checkpoint there");
    command->add_option("--data", options->data, "directory of the lost store: what it signed is not gone behind")
        ->check(CLI::ExistingDirectory);
    command->add_option("--not-behind", options->not_behind, "file with a signed checkpoint not to be gone behind")
        ->check(CLI::ExistingFile);
    command->add_option("--policy", options->policy, "file that names witnesses; they are asked what they have seen")
        ->check(CLI::ExistingFile);
    command->add_option("--go-behind", options->go_behind,
                        "go behind what was signed nevertheless; the reason given here is entered in the log");
    command->callback([&chosen, options] { chosen = [options] { return restore(*options); }; });
}

void add_log(CLI::App& app, std::function<int()>& chosen) {
    auto* log = app.add_subcommand("log", "check the log and show its key");
    log->require_subcommand(1);
    auto verify = std::make_shared<VerifyOptions>();
    auto* verify_command = log->add_subcommand(
        "verify",
        "check everything a store holds (works while a server holds it), what a server publishes, an audit package, or "
        "the receipt of an event");
    verify_command
        ->add_option("target", verify->target,
                     "directory of the store, URL of a server, or file of an audit package, a receipt or a proof of "
                     "completeness")
        ->required();
    verify_command->add_option("--vkey", verify->vkey,
                               "verifier key to trust (name+keyid+base64); for a URL and a receipt: required");
    verify_command
        ->add_option("--keys", verify->keys,
                     "file of /v1/log/keys: what leads from the key of --vkey to later keys of the log")
        ->check(CLI::ExistingFile);
    verify_command
        ->add_option("--policy", verify->policy,
                     "file of witnesses one trusts (C2SP tlog-policy): enough of them must have cosigned the "
                     "checkpoint of a URL, a receipt, a proof or a package")
        ->check(CLI::ExistingFile);
    verify_command->add_option("--token", verify->token, "token that may read the log's entries");
    verify_command->add_flag("--tree", verify->tree_only,
                             "of a directory: only whether the records have the root of the newest checkpoint");
    verify_command->add_option("--threads", verify->threads, "with --tree: so many threads")
        ->capture_default_str()
        ->check(CLI::Range(1, 64));
    verify_command->callback([&chosen, verify] { chosen = [verify] { return log_verify(*verify); }; });

    auto scrubbed = std::make_shared<std::filesystem::path>();
    auto rate = std::make_shared<std::uint64_t>(0);
    auto* scrub = log->add_subcommand(
        "scrub",
        "read everything a store keeps again from the disk and say what is damaged (works while a server holds "
        "it)");
    scrub->add_option("--data", *scrubbed, data_help())->required();
    scrub->add_option("--rate", *rate, "MB/s at most; 0: as fast as possible")->capture_default_str();
    scrub->callback([&chosen, scrubbed, rate] { chosen = [=] { return log_scrub(*scrubbed, *rate); }; });

    auto mended = std::make_shared<RepairOptions>();
    auto* repair = log->add_subcommand(
        "repair", "build a damaged store anew from its backup and its own sound rows (needs the directory alone)");
    repair->add_option("--data", mended->data, data_help())->required()->check(CLI::ExistingDirectory);
    repair
        ->add_option("--from", mended->from, "folder of its backup, or data directory of another store of the same log")
        ->required()
        ->check(CLI::ExistingDirectory);
    repair->add_option("--vault", mended->vault, "folder with the copy of the keys, if the vault is damaged")
        ->check(CLI::ExistingDirectory);
    repair->callback([&chosen, mended] { chosen = [mended] { return log_repair(*mended); }; });

    auto data = std::make_shared<std::filesystem::path>();
    auto* vkey =
        log->add_subcommand("vkey", "print the verifier key of the log (works while a server holds the store)");
    vkey->add_option("--data", *data, data_help())->required();
    vkey->callback([&chosen, data] { chosen = [data] { return log_vkey(*data); }; });
}

void add_sign_in(CLI::App& command, ServeOptions& options) {
    auto* issuer = command.add_option("--openid-issuer", options.openid_issuer,
                                      "URL of a provider of OpenID Connect, beside accounts of our own");
    auto* client = command.add_option("--openid-client", options.openid_client, "the client id that it knows us by")
                       ->needs(issuer);
    auto* url =
        command.add_option("--public-url", options.public_url, "how browsers reach us, e.g. https://danhgia.gov.vn")
            ->needs(issuer);
    issuer->needs(client)->needs(url);
    command.add_option("--openid-secret", options.openid_secret, "file with the client's secret, mode 0600")
        ->check(CLI::ExistingFile)
        ->needs(issuer);
    command.add_option("--openid-claim", options.openid_claim, "the claim that holds the person's code")
        ->capture_default_str()
        ->needs(issuer);
    command.add_option("--idle-minutes", options.idle_minutes, "a session ends after so long without a request")
        ->check(CLI::Range(1, 24 * 60))
        ->capture_default_str();
    command.add_option("--session-minutes", options.session_minutes, "and so long after it began, whatever was done")
        ->check(CLI::Range(1, 7 * 24 * 60))
        ->capture_default_str();
    command
        .add_option("--proof-minutes", options.proof_minutes,
                    "acts that sign want a session in which the person was asked for so short a time ago")
        ->check(CLI::Range(0, 24 * 60))
        ->capture_default_str();
    command
        .add_option("--signature-authorities", options.signature_authorities,
                    "directory of certificates (PEM or DER) of those whose word is taken for signers' certificates")
        ->check(CLI::ExistingDirectory);
    command
        .add_option("--requests-per-second", options.requests_per_second,
                    "of each client, five times as many at once; beyond: 429")
        ->check(CLI::Range(1.0, 1e9))
        ->capture_default_str();
}

void add_serve(CLI::App& app, std::function<int()>& chosen) {
    auto options = std::make_shared<ServeOptions>();
    auto* command = app.add_subcommand("serve", "serve a store over HTTP (needs the directory alone)");
    command->add_option("--data", options->data, data_help())->required();
    add_listening(*command, options->listen);
    auto* policy = command
                       ->add_option("--policy", options->policy,
                                    "file that says which witnesses cosign checkpoints (C2SP tlog-policy)")
                       ->check(CLI::ExistingFile);
    command
        ->add_flag("--require-quorum", options->require_quorum,
                   "publish only checkpoints that enough witnesses have cosigned")
        ->needs(policy);
    command->add_option("--webhook-to", options->webhook_to,
                        "host:port that events may be sent to; may be given again. Nowhere else, and to this "
                        "machine only where it is named by address or as localhost");
    command
        ->add_option("--webhook-attempts", options->webhook_attempts,
                     "how often an event is tried before it becomes a dead letter")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command
        ->add_option("--webhook-wait", options->webhook_wait,
                     "seconds before an event is tried again, doubled up to an hour")
        ->check(CLI::Range(0.01, 3600.0))
        ->capture_default_str();
    command
        ->add_option("--progress-every", options->progress_every,
                     "seconds after which a stream of events says how far it is")
        ->check(CLI::Range(0.05, 60.0))
        ->capture_default_str();
    command->add_option("--streams", options->streams, "streams of events that may be open at once")
        ->check(CLI::Range(0, 4000))
        ->capture_default_str();
    command
        ->add_option("--threads", options->threads,
                     "threads that answer, besides two for what goes through many rows; as a rule two, and one where "
                     "there is one processor")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command
        ->add_option("--scrub-rate", options->scrub_rate,
                     "MB/s at which everything kept is read again, looking for damage; 0: never")
        ->capture_default_str();
    command->add_option("--scrub-every", options->scrub_every, "seconds between two such passes")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    add_sign_in(*command, *options);
    command->callback([&chosen, options] { chosen = [options] { return serve(*options); }; });
}

void add_account(CLI::App& app, std::function<int()>& chosen) {
    auto* account = app.add_subcommand("account", "the accounts people sign in with");
    account->require_subcommand(1);
    auto data = std::make_shared<std::filesystem::path>();
    auto person = std::make_shared<std::string>();
    auto* slip = account->add_subcommand(
        "slip", "print a one-time code with which a person sets a password (works while a server holds the store)");
    slip->add_option("--data", *data, data_help())->required();
    slip->add_option("--person", *person, "code of the person")->required();
    slip->callback([&chosen, data, person] { chosen = [=] { return account_slip(*data, *person); }; });
}

void add_key(CLI::App& app, std::function<int()>& chosen) {
    auto* key = app.add_subcommand("key", "the key that the log signs with");
    key->require_subcommand(1);
    auto data = std::make_shared<std::filesystem::path>();
    auto* rotate = key->add_subcommand(
        "rotate", "sign with a new key from here on; old receipts stay good (needs the directory alone)");
    rotate->add_option("--data", *data, data_help())->required();
    auto token = std::make_shared<std::optional<std::string>>();
    rotate->add_option("--signing-token", *token, token_help());
    rotate->callback([&chosen, data, token] { chosen = [data, token] { return key_rotate(*data, *token); }; });
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app{
        "Minh Bạch: đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức — evaluation and quality rating on a "
        "log "
        "that proves itself"};
    app.name("minhbach");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string(kVersion));
    std::function<int()> chosen;

    auto init_options = std::make_shared<InitOptions>();
    auto* init_command = app.add_subcommand("init", "open a real, empty province");
    init_command->add_option("--data", init_options->data, "new directory for the store")->required();
    init_command
        ->add_option("--origin", init_options->origin, "name of the log for ever, e.g. danhgia.quangngai.gov.vn")
        ->required();
    init_command->add_option("--units", init_options->units, "CSV: code,name,kind,parent")
        ->required()
        ->check(CLI::ExistingFile);
    init_command->add_option("--administrator", init_options->administrator, "full name of the first administrator")
        ->required();
    init_command->add_option("--signing-token", init_options->signing_token, token_help());
    init_command->callback([&chosen, init_options] { chosen = [init_options] { return init(*init_options); }; });

    auto demo_options = std::make_shared<DemoOptions>();
    auto* demo_command =
        app.add_subcommand("demo", "build the demonstration province (synthetic people, simulated clock)");
    demo_command->add_option("--data", demo_options->data,
                             "new directory for the store; with --cases: an existing one");
    demo_command->add_option("--people", demo_options->people, "how many people")
        ->check(CLI::Range(100, 100'000))
        ->capture_default_str();
    demo_command->add_option("--seed", demo_options->seed, "seed of everything that is drawn")->capture_default_str();
    demo_command->add_flag("--cases", demo_options->cases,
                           "print the planted cases with ids and expected answers as JSON");
    demo_command->callback([&chosen, demo_options] { chosen = [demo_options] { return demo(*demo_options); }; });

    add_serve(app, chosen);

    auto import_options = std::make_shared<ImportOptions>();
    auto* import_command = app.add_subcommand("import", "import a roster, CSV or XLSX (needs the directory alone)");
    import_command->add_option("file", import_options->file, "the file; what it is, its content says")
        ->required()
        ->check(CLI::ExistingFile);
    import_command->add_option("--data", import_options->data, data_help())->required();
    import_command->add_option("--as", import_options->as, "code of the person who imports")->required();
    import_command->add_flag("--dry-run", import_options->dry_run, "report errors and differences, change nothing");
    import_command->add_option("--differences-seen", import_options->differences_seen,
                               "digest printed by the dry run, for a file that changes what is known");
    import_command->callback(
        [&chosen, import_options] { chosen = [import_options] { return import_roster(*import_options); }; });

    auto token_options = std::make_shared<TokenOptions>();
    auto* token_command =
        app.add_subcommand("token", "print a token for a person (works while a server holds the store)");
    token_command->add_option("--data", token_options->data, data_help())->required();
    auto* role = token_command->add_option("--role", token_options->role, "somebody with this role")
                     ->check(CLI::IsMember({"inspector", "home-affairs", "head", "staff", "administrator"}));
    token_command->add_option("--person", token_options->person, "this person")->excludes(role);
    token_command->add_option("--days", token_options->days, "valid for so many days")
        ->check(CLI::Range(1, 366))
        ->capture_default_str();
    token_command
        ->add_option("--certificate", token_options->certificate,
                     "instead of a token: admit the machine that shows this certificate (PEM) under TLS")
        ->check(CLI::ExistingFile);
    token_command->callback([&chosen, token_options] { chosen = [token_options] { return token(*token_options); }; });

    add_export(app, chosen);
    add_backup(app, chosen);
    add_restore(app, chosen);
    add_witness(app, chosen);
    add_rules(app, chosen);
    add_log(app, chosen);
    add_key(app, chosen);
    add_account(app, chosen);

    auto lists_dependencies = std::make_shared<bool>(false);
    auto* version_command = app.add_subcommand("version", "print the version, or what this program is made of");
    version_command->add_flag("--dependencies", *lists_dependencies,
                              "every library and package with its version, as the build found them (CycloneDX)");
    version_command->callback(
        [&chosen, lists_dependencies] { chosen = [lists_dependencies] { return version(*lists_dependencies); }; });

    auto* projection = app.add_subcommand("projection", "read models");
    projection->require_subcommand(1);
    auto rebuild_data = std::make_shared<std::filesystem::path>();
    auto* rebuild = projection->add_subcommand(
        "rebuild", "rebuild all read models from the log and compare with the live ones (needs the directory alone)");
    rebuild->add_option("--data", *rebuild_data, data_help())->required();
    rebuild->callback(
        [&chosen, rebuild_data] { chosen = [rebuild_data] { return projection_rebuild(*rebuild_data); }; });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error, std::cout, std::cerr);
        return status == 0 ? 0 : 2;
    }
    try {
        return chosen();
    } catch (const std::exception& error) {
        std::cerr << "minhbach: " << error.what() << "\n";
        return 1;
    }
}

}  // namespace minhbach::api::cli
