#include "projections/synthesis.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "projections/answers/context.hpp"
#include "projections/names.hpp"

namespace minhbach::projections {
namespace {

constexpr int kInWordsMin = 60;  // pairs of words in 100 from which an opinion counts as rendered

// Words and numbers without marks, case and punctuation; a hyphen between numbers stays, as a word.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const auto end_word = [&] {
        if (!words.back().empty()) words.emplace_back();
    };
    const auto folded = search_fold(text);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        char c = folded[at];
        // General punctuation: dashes are hyphens, quotation marks and the like end a word.
        if (c == '\xe2' && at + 2 < folded.size() && folded[at + 1] == '\x80') {
            at += 2;
            c = folded[at] == '\x93' || folded[at] == '\x94' ? '-' : ' ';
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            words.back() += c;
            continue;
        }
        end_word();
        if (c != '-') continue;
        words.back() = "-";
        end_word();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::optional<int> number_of(const std::string& word) {
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

bool joins_numbers(const std::string& word) {
    return word == "so" || word == "cac" || word == "va" || word == "thu" || word == "-" || word == "den";
}

// Every number that follows "ý kiến", until another word comes.
std::set<int> numbers_named(const std::vector<std::string>& words) {
    constexpr int kSpanMax = 200;
    std::set<int> named;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i - 1] != "y" || words[i] != "kien") continue;
        std::optional<int> last;
        bool span = false;
        for (std::size_t at = i + 1; at < words.size(); ++at) {
            const auto number = number_of(words[at]);
            if (!number && !joins_numbers(words[at])) break;
            if (!number) {
                span = last && (words[at] == "-" || words[at] == "den");
                continue;
            }
            if (span && *number > *last && *number - *last <= kSpanMax)
                for (int between = *last + 1; between < *number; ++between) named.insert(between);
            named.insert(*number);
            last = number;
            span = false;
        }
    }
    return named;
}

std::set<std::string> pairs_of(std::vector<std::string> words) {
    std::erase(words, "-");
    if (words.size() == 1) return {words.front()};
    std::set<std::string> pairs;
    for (std::size_t i = 1; i < words.size(); ++i) pairs.insert(words[i - 1] + " " + words[i]);
    return pairs;
}

const DossierMeeting* meeting_of(const DossierRow& row, const ProposalValue* proposal) {
    if (row.meetings.empty()) return nullptr;
    if (!proposal || !proposal->meeting) return &row.meetings.back();
    const auto named = std::find_if(row.meetings.begin(), row.meetings.end(),
                                    [&](const DossierMeeting& one) { return one.meeting == *proposal->meeting; });
    return named == row.meetings.end() ? nullptr : &*named;
}

void show_opinions(Context& context, const PersonCode& person, const MinutesAdopted& minutes, SynthesisAnswer& answer) {
    const std::string synthesis = answer.synthesis ? answer.synthesis->str() : std::string();
    for (const auto& about : minutes.opinions.items) {
        if (about.person != person) continue;
        if (!about.value) {
            ++answer.lost;
            continue;
        }
        RenderedOpinion opinion{about.value->number, context.person_name(about.value->speaker), about.value->text,
                                Rendered::not_found, 0};
        answer.opinions.push_back(rendered_in(synthesis, std::move(opinion)));
        if (answer.opinions.back().rendered == Rendered::not_found) ++answer.not_found;
    }
    std::sort(answer.opinions.begin(), answer.opinions.end(),
              [](const auto& left, const auto& right) { return left.number < right.number; });
}

}  // namespace

RenderedOpinion rendered_in(std::string_view synthesis, RenderedOpinion opinion) {
    const auto words = words_of(synthesis);
    if (words.empty()) return opinion;
    const auto here = pairs_of(words);
    // A single word is looked for among words, everything longer among pairs.
    const auto sought = pairs_of(words_of(opinion.text.str()));
    const auto found = std::count_if(sought.begin(), sought.end(), [&](const std::string& one) {
        if (one.find(' ') != std::string::npos) return here.contains(one);
        return std::find(words.begin(), words.end(), one) != words.end();
    });
    if (!sought.empty())
        opinion.words_found = static_cast<int>(found * 100 / static_cast<std::ptrdiff_t>(sought.size()));
    if (numbers_named(words).contains(opinion.number))
        opinion.rendered = Rendered::by_number;
    else if (opinion.words_found >= kInWordsMin)
        opinion.rendered = Rendered::in_words;
    return opinion;
}

Result<SynthesisAnswer> Answers::synthesis(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    SynthesisAnswer answer;
    answer.basis = context.basis();
    answer.dossier = id;
    answer.person = context.person_name(row->person);
    const auto* proposal = row->proposal();
    if (proposal) {
        answer.proposal = context.named(proposal->by);
        if (auto made = context.event<ProposalMade>(proposal->by.position)) answer.synthesis = made->event.synthesis;
    }
    const auto* discussed = meeting_of(*row, proposal);
    if (!discussed) return answer;
    answer.meeting = discussed->meeting;
    const auto meeting = context.row<MeetingRow>(meetings::kRows, discussed->meeting.str());
    if (!meeting) return answer;
    std::optional<std::int64_t> stood;
    for (const auto position : meeting->minutes)
        if (!proposal || position < proposal->by.position) stood = position;
    const auto minutes = stood ? context.event<MinutesAdopted>(*stood) : std::nullopt;
    if (!minutes) return answer;
    answer.minutes = minutes->by;
    answer.minutes_version = minutes->event.version;
    show_opinions(context, row->person, minutes->event, answer);
    return answer;
}

}  // namespace minhbach::projections
