#include "events/merkle/key_chain.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>

namespace minhbach::events::merkle {
namespace {

constexpr std::string_view kTitle = "minhbach key rotation v1\n";
constexpr std::size_t kLines = 6;  // of a note

Refusal invalid_chain(std::string en) {
    return {"proof-invalid", "", "", "Chuỗi khóa của nhật ký không đúng.", "The chain of keys is not one: " + en, {}};
}

std::string text_of(const std::string& from, const std::string& to) {
    return std::string(kTitle) + "from " + from + "\nto " + to + "\n";
}

// The first lines of the text, which are taken away; nothing if there are not as many.
std::optional<std::string_view> take_lines(std::string_view& text, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0; --count) {
        end = text.find('\n', end);
        if (end == std::string_view::npos) return std::nullopt;
        ++end;
    }
    const auto lines = text.substr(0, end);
    text.remove_prefix(end);
    return lines;
}

// The verifier key behind a word, in a line of its own.
Result<NoteVerifier> key_behind(std::string_view word, std::string_view& text) {
    const auto line = take_lines(text, 1);
    if (!line || !line->starts_with(word)) return invalid_chain("a statement names no keys");
    return NoteVerifier::parse(line->substr(word.size(), line->size() - word.size() - 1));
}

}  // namespace

std::string rotation_note(const NoteSigner& from, const NoteSigner& to) {
    if (from.name() != to.name() || from.vkey() == to.vkey()) throw std::logic_error("not another key of one log");
    const auto text = text_of(from.vkey(), to.vkey());
    return from.sign(text) + to.sign(text).substr(text.size() + 1);
}

Result<std::vector<NoteVerifier>> keys_of_chain(std::string_view chain) {
    std::vector<NoteVerifier> keys;
    while (!chain.empty()) {
        const auto note = take_lines(chain, kLines);
        if (!note || !note->starts_with(kTitle)) return invalid_chain("a line is none of a statement");
        auto rest = note->substr(kTitle.size());
        auto from = key_behind("from ", rest);
        if (!from) return from.error();
        auto to = key_behind("to ", rest);
        if (!to) return to.error();
        if (from->name() != to->name() || from->vkey() == to->vkey())
            return invalid_chain("not another key of one log");
        if (!keys.empty() && keys.back().vkey() != from->vkey()) return invalid_chain("a statement is missing");
        for (const auto* signer : {&*from, &*to}) {
            const auto opened = open_note(*note, std::span(signer, 1));
            if (!opened) return opened.error();
            if (opened->text != text_of(from->vkey(), to->vkey())) return invalid_chain("a statement says more");
        }
        if (keys.empty()) keys.push_back(*std::move(from));
        keys.push_back(*std::move(to));
    }
    return keys;
}

Result<std::vector<NoteVerifier>> keys_after(const NoteVerifier& trusted, std::string_view chain) {
    auto keys = keys_of_chain(chain);
    if (!keys) return keys.error();
    if (keys->empty()) return std::vector{trusted};
    const auto found =
        std::find_if(keys->begin(), keys->end(), [&](const auto& key) { return key.vkey() == trusted.vkey(); });
    if (found == keys->end()) return invalid_chain("it does not know the key that is trusted");
    return std::vector(found, keys->end());
}

Result<std::vector<NoteVerifier>> keys_up_to(const NoteVerifier& trusted, std::string_view chain) {
    auto keys = keys_of_chain(chain);
    if (!keys) return keys.error();
    const auto after = keys_after(trusted, chain);
    if (!after) return after.error();
    if (keys->empty()) return *after;
    keys->resize(keys->size() - after->size() + 1, trusted);
    return keys;
}

Result<std::string> chain_up_to(const NoteVerifier& trusted, std::string_view chain) {
    const auto keys = keys_up_to(trusted, chain);
    if (!keys) return keys.error();
    return std::string(take_lines(chain, (keys->size() - 1) * kLines).value());
}

}  // namespace minhbach::events::merkle
