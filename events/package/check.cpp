// Checking a package, offline and from its bytes alone.
#include <algorithm>
#include <charconv>
#include <future>
#include <map>
#include <set>
#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/codec/codec.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/leaf_ranges.hpp"
#include "events/merkle/lines.hpp"
#include "events/package/package.hpp"
#include "events/seal.hpp"

namespace minhbach::events::package {
namespace {

constexpr std::size_t kViolationsMax = 20;

Refusal no_package(const std::string& vi, const std::string& en) {
    return {
        "proof-invalid", "", "", "Không phải gói hồ sơ hợp lệ: " + vi + ".", "Not a valid package: " + en + ".", {}};
}

// The text up to the next separator, which is taken away as well.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return piece;
}

std::optional<Hash> hash(std::string_view digits) {
    Hash value{};
    if (digits.size() != 2 * value.size()) return std::nullopt;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto [end, error] = std::from_chars(digits.data() + 2 * i, digits.data() + 2 * i + 2, value[i], 16);
        if (error != std::errc{} || end != digits.data() + 2 * i + 2) return std::nullopt;
    }
    return hex(value) == digits ? std::optional(value) : std::nullopt;
}

struct Manifest {
    struct Counted {
        std::string name;
        std::uint64_t count;
    };
    std::string origin;
    Scope scope;
    std::uint64_t size = 0;
    Hash root{};
    bool simulated = false;
    std::vector<Counted> subjects, streams;
    struct File {
        Hash digest;
        std::uint64_t size;
        std::string name;
    };
    std::vector<File> files;
};

std::optional<Manifest> parse_manifest(std::string_view text) {
    Manifest manifest;
    if (take(text, '\n') != kManifestTitle) return std::nullopt;
    const auto member = [&](std::string_view name) -> std::optional<std::string_view> {
        auto line = take(text, '\n');
        return take(line, ' ') == name ? std::optional(line) : std::nullopt;
    };
    const auto origin = member("origin"), scope = member("scope"), size = member("size"), root = member("root"),
               simulated = member("simulated");
    if (!origin || !scope || !size || !root || !simulated) return std::nullopt;
    const auto size_value = merkle::parse_number(*size);
    const auto root_value = hash(*root);
    if (!size_value || !root_value || (*simulated != "yes" && *simulated != "no")) return std::nullopt;
    manifest.origin = *origin;
    manifest.scope = *scope;
    manifest.size = *size_value;
    manifest.root = *root_value;
    manifest.simulated = *simulated == "yes";
    while (!text.empty()) {
        auto line = take(text, '\n');
        const auto kind = take(line, ' ');
        const auto first = take(line, ' ');
        if (kind == "file") {
            const auto digest = hash(first);
            const auto bytes = merkle::parse_number(take(line, ' '));
            if (!digest || !bytes) return std::nullopt;
            manifest.files.push_back({*digest, *bytes, std::string(line)});
        } else if (kind == "subject" || kind == "stream") {
            const auto count = merkle::parse_number(line);
            if (!count || !manifest.files.empty()) return std::nullopt;
            (kind == "subject" ? manifest.subjects : manifest.streams).push_back({std::string(first), *count});
        } else {
            return std::nullopt;
        }
    }
    return manifest;
}

using Digests = std::vector<Hash>;  // of the members, in order

Result<Digests> digests_of(const std::vector<ReadMember>& members) {
    Digests digests;
    for (const auto& member : members) {
        auto digest = digest_of(member);
        if (!digest) return digest.error();
        digests.push_back(*digest);
    }
    return digests;
}

class Checking {
public:
    Checking(const std::vector<ReadMember>& members, const merkle::NoteVerifier& key, PackageReport& report)
        : members_(members), key_(key), report_(report) {}

    // What the records and payloads say by themselves.
    void check_contents() {
        if (!open_manifest()) return;
        check_checkpoint();
        if (!read_records()) return;
        check_tree();
        check_payloads();
        check_complete("subject", manifest_.subjects, subjects_);
        check_complete("stream", manifest_.streams, streams_);
        check_scope();
        complete_ = true;
    }

    // That the files are those of the manifest and of the events. After the contents.
    void check_files(const Digests& digests) {
        if (!opened_) return;
        if (members_.size() != manifest_.files.size() + 1 || members_.back().name != "manifest.txt") {
            return wrong("the package does not hold the files of its manifest");
        }
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < manifest_.files.size(); ++i) {
            const auto& named = manifest_.files[i];
            const auto& member = members_[i];
            // Here the first of two would be read, and others unpack the last.
            if (!names.insert(named.name).second) wrong(named.name + " is in the package twice");
            if (member.name != named.name || member.bytes.size() != named.size || digests[i] != named.digest)
                wrong(std::string(member.name) + " is not the file of the manifest");
        }
        if (complete_) check_named_by_events(digests);
    }

private:
    // How many of something there are, if they are numbered 0, 1, 2, ... without a gap.
    struct Run {
        std::uint64_t next = 0;
        bool gapless = true;
        void add(std::uint64_t value) { gapless = value == next++ && gapless; }
    };
    using Runs = std::map<std::string, Run, std::less<>>;
    // What the payloads are checked by.
    struct Committed {
        std::uint64_t position;
        std::string type;
        std::uint64_t schema;
        std::vector<Hash> commitments;
        std::vector<std::string> subjects;
    };

    void wrong(std::string what) {
        if (report_.violations.size() < kViolationsMax) report_.violations.push_back(std::move(what));
    }

    std::string_view file(std::string_view name) const {
        const auto found =
            std::find_if(members_.begin(), members_.end(), [&](const auto& member) { return member.name == name; });
        return found == members_.end() ? std::string_view() : found->bytes;
    }

    bool open_manifest() {
        const auto opened = merkle::open_note(file("manifest.txt"), std::span(&key_, 1));
        if (!opened) return wrong("manifest.txt: " + opened.error().detail_en), false;
        auto manifest = parse_manifest(opened->text);
        if (!manifest) return wrong("manifest.txt is not a manifest"), false;
        manifest_ = *std::move(manifest);
        opened_ = true;
        // Whoever verifies signatures ignores those of unknown keys, so the note is held against its one form.
        if (file("manifest.txt").size() != opened->text.size() + signature_bytes())
            wrong("manifest.txt has more lines");
        report_.scope = manifest_.scope;
        report_.simulated = manifest_.simulated;
        report_.size = manifest_.size;
        report_.root = manifest_.root;
        if (manifest_.origin != key_.name()) wrong("the manifest is of another log than the key");
        return true;
    }

    // "\n— <name> <base64 of 4 + 64 bytes>\n"
    std::size_t signature_bytes() const { return 1 + 3 + 1 + key_.name().size() + 1 + 92 + 1; }

    void check_checkpoint() {
        const auto checkpoint = merkle::open_checkpoint(file("checkpoint.txt"), key_);
        if (!checkpoint) return wrong("checkpoint.txt: " + checkpoint.error().detail_en);
        const auto body = merkle::text_of(merkle::CheckpointBody{key_.name(), manifest_.size, manifest_.root});
        // The log's signature comes first; the lines of witnesses, if any, under it are covered by the manifest's hash.
        const auto head = body + "\n\u2014 " + key_.name() + " ";
        const auto own = "\n\u2014 " + key_.name() + " ";
        const auto note = file("checkpoint.txt");
        if (checkpoint->size != manifest_.size || checkpoint->root != manifest_.root || !note.starts_with(head) ||
            note.find('\n', head.size()) + 1 != body.size() + signature_bytes() ||
            note.find(own, head.size()) != note.npos) {
            wrong("checkpoint.txt is not the checkpoint of the manifest");
        }
        report_.checkpoint = note;
    }

    bool read_records() {
        auto rest = file("records.bin");
        std::uint64_t next = 0;
        while (!rest.empty()) {
            const auto size = rest.size() < 2 ? SIZE_MAX : read_big_endian(rest.substr(0, 2)) + 2;
            if (size > rest.size()) return wrong("records.bin ends early"), false;
            const auto bytes = rest.substr(2, size - 2);
            rest.remove_prefix(size);
            auto record = decode_record(bytes);
            if (!record) return wrong("records.bin: " + record.error().detail_en), false;
            const auto position = record->position.value;
            if (record->origin != manifest_.origin || position < next || position >= manifest_.size) {
                return wrong("records.bin: record " + std::to_string(position) + " does not belong here"), false;
            }
            next = position + 1;
            leaves_.push_back({position, merkle::leaf_hash(bytes)});
            streams_[record->stream.name()].add(record->revision.value);
            std::vector<std::string> about;
            for (const auto& subject : record->subjects) {
                about.push_back(subject.subject.str());
                subjects_[about.back()].add(subject.number);
            }
            records_.push_back(
                {position, std::move(record->type), record->schema, std::move(record->commitments), std::move(about)});
        }
        report_.counted.records = records_.size();
        return true;
    }

    void check_tree() {
        std::vector<merkle::LeafRange> ranges;
        auto rest = file("tree.txt");
        while (!rest.empty()) {
            auto line = take(rest, '\n');
            const auto from = merkle::parse_number(take(line, ' ')), to = merkle::parse_number(take(line, ' '));
            const auto value = hash(line);
            if (!from || !to || !value) return wrong("tree.txt has a line that is none");
            ranges.push_back({*from, *to, *value});
        }
        const auto root = merkle::root_of(manifest_.size, leaves_, ranges);
        if (!root || *root != manifest_.root) wrong("the records are not those of the checkpoint");
    }

    void check_payloads() {
        auto rest = file("payloads.txt");
        for (const auto& record : records_) {
            std::vector<Part> parts;
            bool whole = true;
            for (std::size_t i = 0; i < record.commitments.size(); ++i) {
                auto line = take(rest, '\n');
                const auto position = take(line, '\t'), part = take(line, '\t');
                const auto subject = take(line, '\t'), salt = take(line, '\t');
                const bool is_about = subject == "-" || std::find(record.subjects.begin(), record.subjects.end(),
                                                                  subject) != record.subjects.end();
                const bool is_shown = salt != "erased" && salt != "withheld";
                if (position != std::to_string(record.position) || part != std::to_string(i) || !is_about ||
                    (!is_shown && line != "-")) {
                    return wrong("payloads.txt: no line for part " + std::to_string(i) + " of record " +
                                 std::to_string(record.position));
                }
                if (!is_shown) {
                    ++(salt == "erased" ? report_.counted.parts_erased : report_.counted.parts_withheld);
                    whole = false;
                    continue;
                }
                const auto value = hash(salt);
                if (!value || commitment_of(*value, line) != record.commitments[i]) {
                    wrong("payloads.txt: part " + std::to_string(i) + " of record " + std::to_string(record.position) +
                          " is not what was committed to");
                    whole = false;
                    continue;
                }
                ++report_.counted.parts_shown;
                parts.push_back({std::nullopt, std::string(line)});
            }
            if (whole) look_at(record, parts);
        }
        if (!rest.empty()) wrong("payloads.txt holds more than the parts of the records");
    }

    // What other files of the package must agree with.
    void look_at(const Committed& record, const std::vector<Part>& parts) {
        const auto& type = record.type;
        if (type != CycleOpened::kType && type != RulebookBound::kType && type != AttachmentStored::kType) return;
        Event event;
        try {
            event = decode(record.type, record.schema, parts, std::vector<bool>(parts.size(), false));
        } catch (const std::runtime_error& error) {
            return wrong("payloads.txt: record " + std::to_string(record.position) + ": " + error.what());
        }
        if (const auto* opened = event.as<CycleOpened>()) {
            rulebooks_["rulebooks/" + opened->rulebook_hash.str() + ".txt"] = opened->rulebook_hash;
        }
        if (const auto* bound = event.as<RulebookBound>()) {
            rulebooks_["rulebooks/" + bound->rulebook_hash.str() + ".txt"] = bound->rulebook_hash;
        }
        if (const auto* stored = event.as<AttachmentStored>()) {
            attachments_["attachments/" + stored->attachment.str()] = stored->digest;
        }
    }

    void check_complete(const std::string& what, const std::vector<Manifest::Counted>& claims, const Runs& runs) {
        std::set<std::string_view> claimed;
        for (const auto& claim : claims) {
            if (!claimed.insert(claim.name).second) wrong(what + " " + claim.name + " is counted twice");
            const auto found = runs.find(claim.name);
            const Run run = found == runs.end() ? Run{} : found->second;
            if (!run.gapless || run.next != claim.count) wrong(what + " " + claim.name + " is not complete");
        }
    }

    // A package about a person says that it is complete about that person, or it says nothing.
    void check_scope() {
        constexpr std::string_view kPerson = "person/";
        if (!manifest_.scope.starts_with(kPerson)) return;
        const auto person = std::string_view(manifest_.scope).substr(kPerson.size());
        const auto is_person = [&](const auto& claim) { return claim.name == person; };
        if (std::none_of(manifest_.subjects.begin(), manifest_.subjects.end(), is_person))
            wrong("the manifest does not claim to be complete about its person");
    }

    void check_named_by_events(const Digests& digests) {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const std::string name(members_[i].name);
            const bool is_rulebook = name.starts_with("rulebooks/"), is_attachment = name.starts_with("attachments/");
            if (!is_rulebook && !is_attachment) continue;
            const auto& named = is_rulebook ? rulebooks_ : attachments_;
            const auto found = named.find(name);
            if (found == named.end()) {
                wrong(name + ": no event of the package names it");
            } else if (hex(digests[i]) != found->second.str()) {
                wrong(name + " is not what the event names");
            }
        }
    }

    const std::vector<ReadMember>& members_;
    const merkle::NoteVerifier& key_;
    PackageReport& report_;
    Manifest manifest_;
    bool opened_ = false, complete_ = false;  // the manifest is known; so is all that is in the records
    std::vector<Committed> records_;
    std::vector<merkle::Leaf> leaves_;
    Runs streams_, subjects_;
    std::map<std::string, Digest> rulebooks_, attachments_;
};

}  // namespace

Result<PackageReport> check_package(std::string_view archive, const std::optional<std::string>& vkey) {
    const auto members = read_archive(archive);
    if (!members) return members.error();
    PackageReport report;
    for (const auto& member : *members) {
        if (member.name == "key.txt" && member.bytes.ends_with('\n')) {
            report.vkey = member.bytes.substr(0, member.bytes.size() - 1);
        }
    }
    const auto key = merkle::NoteVerifier::parse(report.vkey);
    if (!key) return no_package("không có khóa", "there is no key");
    if (key->vkey() != report.vkey) return no_package("khóa không đúng dạng", "the key is not of the one form");
    report.origin = key->name();
    if (vkey && *vkey != report.vkey) {
        return no_package("khóa trong gói không phải khóa đã nêu", "its key is not the one given");
    }
    // Two passes over the bytes that need nothing of each other.
    auto digesting = std::async(std::launch::async, [&] { return digests_of(*members); });
    Checking checking(*members, *key, report);
    checking.check_contents();
    const auto digests = digesting.get();
    if (!digests) return digests.error();
    checking.check_files(*digests);
    return report;
}

}  // namespace minhbach::events::package
