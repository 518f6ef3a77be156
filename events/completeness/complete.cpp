#include "events/completeness/complete.hpp"

#include <algorithm>

#include "events/completeness/sealed_index.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/lines.hpp"
#include "events/seal.hpp"

namespace minhbach::events {
namespace {

Refusal invalid(std::string en) {
    return {
        "proof-invalid", "", "", "Bằng chứng đầy đủ không đúng.", "The proof of completeness is not one: " + en, {}};
}

// The rest of the next line, if it begins with the word and a space.
std::optional<std::string_view> take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word) || text.size() <= word.size() || text[word.size()] != ' ') return std::nullopt;
    auto line = merkle::take_line(text);
    if (line) line->remove_prefix(word.size() + 1);
    return line;
}

// The number a record has in a list, if it is of that list.
std::optional<std::uint64_t> number_in(const Record& record, const std::string& name) {
    for (const auto& [of, number] : names_of(record)) {
        if (of == name) return number;
    }
    return std::nullopt;
}

}  // namespace

std::string text_of(const CompletenessProof& proof) {
    std::string text = std::string(kCompletenessTitle) + "\nof " + proof.name + "\nseal " + proof.seal + "\nend " +
                       (proof.path.end ? proof.path.end->line() : "-") + "\n";
    for (const auto& sibling : proof.path.siblings) text += "path " + merkle::base64(view(sibling)) + "\n";
    for (const auto& record : proof.records) text += "record " + merkle::base64(record) + "\n";
    for (const auto& range : proof.ranges) {
        text += "range " + std::to_string(range.from) + " " + std::to_string(range.to) + " " +
                merkle::base64(view(range.hash)) + "\n";
    }
    return text + "\n" + proof.checkpoint;
}

Result<CompletenessProof> parse_completeness(std::string_view text) {
    const auto whole = text;
    CompletenessProof proof;
    if (merkle::take_line(text) != kCompletenessTitle) return invalid("another title");
    const auto name = take(text, "of"), seal = take(text, "seal"), end = take(text, "end");
    if (!name || !seal || !end) return invalid("its head is another");
    proof.name = *name;
    proof.seal = *seal;
    if (*end != "-" && !(proof.path.end = parse_entry(*end))) return invalid("its end is no entry");
    while (const auto line = take(text, "path")) {
        const auto hash = merkle::parse_hash(*line);
        if (!hash) return invalid("a path is no hash");
        proof.path.siblings.push_back(*hash);
    }
    while (const auto line = take(text, "record")) {
        auto bytes = merkle::from_base64(*line);
        if (!bytes) return invalid("a record is not in base64");
        proof.records.push_back(*std::move(bytes));
    }
    while (auto line = take(text, "range")) {
        const auto word = [&] {
            const auto end_of = line->find(' ');
            const auto piece = line->substr(0, end_of);
            line->remove_prefix(std::min(line->size(), piece.size() + 1));
            return piece;
        };
        const auto from = merkle::parse_number(word()), to = merkle::parse_number(word());
        const auto hash = merkle::parse_hash(*line);
        if (!from || !to || !hash) return invalid("a range is none");
        proof.ranges.push_back({*from, *to, *hash});
    }
    if (!text.starts_with('\n')) return invalid("a line is none");
    proof.checkpoint = text.substr(1);
    if (text_of(proof) != whole) return invalid("it is not of the one form");
    return proof;
}

Result<Complete> check_completeness(const CompletenessProof& proof, const merkle::NoteVerifier& log) {
    const auto checkpoint = merkle::open_checkpoint(proof.checkpoint, log);
    if (!checkpoint) return checkpoint.error();
    const auto seal = parse_seal(proof.seal);
    if (!seal || seal->size > seal->position.value || seal->position.value >= checkpoint->size)
        return invalid("its seal is none");
    const auto kind = proof.name.substr(0, proof.name.find(' '));
    if (kind != "stream" && kind != "subject" && kind != "actor") return invalid("it is about no list");
    const auto counted = check_path(proof.name, proof.path, seal->root);
    if (!counted) return invalid("the path is not one of the sealed index");

    Complete complete{checkpoint->origin, proof.name, 0, *counted, checkpoint->size, checkpoint->root};
    std::vector<merkle::Leaf> leaves;
    std::uint64_t next = 0;
    bool is_sealed = false;
    for (const auto& bytes : proof.records) {
        const auto record = decode_record(bytes);
        if (!record) return record.error();
        const auto position = record->position.value;
        const auto number = number_in(*record, proof.name);
        if (record->origin != checkpoint->origin || position < next || position >= checkpoint->size)
            return invalid("a record does not belong here");
        if (position < seal->size ? !number : position != std::max(next, seal->size))
            return invalid("the records before the seal are of the list, and behind it all are there");
        if (number && *number != complete.count) return invalid("the numbers have a gap");
        complete.count += number ? 1 : 0;
        next = position + 1;
        if (position < seal->size && complete.count > *counted) return invalid("there are more than the index counts");
        if (position >= seal->size && complete.count < *counted)
            return invalid("there are fewer than the index counts");
        if (position == seal->position.value) {
            is_sealed = record->type == IndexSealed::kType && record->commitments.size() == 1 &&
                        record->commitments.front() == commitment_of(seal->salt, seal->json);
        }
        leaves.push_back({position, merkle::leaf_hash(bytes)});
    }
    if (!is_sealed) return invalid("the sealed index is not that of the log");
    if (next != checkpoint->size) return invalid("the records end early");
    const auto root = merkle::root_of(checkpoint->size, leaves, proof.ranges);
    if (!root || *root != checkpoint->root) return invalid("the records are not those of the checkpoint");
    return complete;
}

}  // namespace minhbach::events
