#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "events/codec/json.hpp"
#include "events/record.hpp"
#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

using testing::HasSubstr;

// Cycles are bound to these values. If one changes, keep the text it was of (services/law/rulebooks/earlier); if what
// it says of levels changed, give the new rules a new id.
constexpr std::string_view kHash = "e8265d8ba151b0cb5bcad77bd16a024b815cd8d11b4cb20aaf24770422863228";
constexpr std::string_view kEarlierHash = "53fbec0c750a20aa5c35ca319cf743cb48efee686cbf99c90c6cc10ab607077a";
struct EarlierText {
    std::string_view rulebook, hash;
};
constexpr std::array kEarlierTexts{
    EarlierText{"nd90-2020", "c1f7b2ee9228608bc4c915a5de21a390cbb4066a7ad1d0e32949e54199ea760e"},
    EarlierText{"nd90-48-2023", "b73bc3887ccb22401d68ae361c4cb2f34b7dbf07a2ee603f78f191ef389d34af"},
    EarlierText{"qd124-2023", "0846269b888267c842e71c219099d861636cd2fdc432141d5d43c8ee499639bb"},
    EarlierText{"nd90-2020", "d99afcafe34b00bfd3440e30fa0918eb708769f82e01bb2012ab46800b205775"},
    EarlierText{"nd90-48-2023", "261205de776a6fd0b7582fafe50cf0ab7cac950b1cb937b934c5586909ae3440"},
    EarlierText{"qd124-2023", "ecaf519877b7399e7e8eb8df303f700f45f76fe5c771ed3d0e629992a55143b5"}};

// The members of a document as canonical text, and of its lists the elements, too: "clauses/0".
std::map<std::string, std::string> parts_of(std::string_view text) {
    std::map<std::string, std::string> parts;
    const std::function<std::string(json::Value)> text_of = [&](json::Value value) -> std::string {
        std::string out;
        switch (value.kind()) {
            case json::Kind::null:
                return "null";
            case json::Kind::boolean:
                return value.boolean() ? "true" : "false";
            case json::Kind::integer:
                return std::to_string(value.integer());
            case json::Kind::string:
                json::append_string(out, value.string());
                return out;
            case json::Kind::array:
                for (const auto element : value.elements()) out += text_of(element) + ",";
                return "[" + out + "]";
            case json::Kind::object:
                for (const auto& [name, child] : value.members()) out += std::string(name) + ":" + text_of(child) + ",";
                return "{" + out + "}";
            case json::Kind::number:
                break;
        }
        throw std::logic_error("no rulebook has fractions");
    };
    const auto document = json::Document::parse(text).value();
    for (const auto& [name, value] : document.root().members()) {
        parts[std::string(name)] = text_of(value);
        if (value.kind() != json::Kind::array) continue;
        std::size_t index = 0;
        for (const auto element : value.elements())
            parts[std::string(name) + "/" + std::to_string(index++)] = text_of(element);
    }
    return parts;
}

std::string written(const std::string& name = "nd90-48-2023") {
    std::ifstream file(SOURCE_DIR "/services/law/rulebooks/" + name + ".json");
    return {std::istreambuf_iterator<char>(file), {}};
}

// The book of the state track with one place in its text changed.
std::string with(const std::string& from, const std::string& to) {
    auto text = written();
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

// "place: reason" of the first flaw that mentions `what`, or all of them.
std::string flaw(const std::string& text, const std::string& what) {
    const auto book = Rulebook::read(text);
    if (book) return "none";
    std::string all = book.error().field + ": " + book.error().detail_en;
    if (all.find(what) != std::string::npos) return all;
    for (const auto& other : book.error().more) {
        const auto one = other.field + ": " + other.detail_en;
        if (one.find(what) != std::string::npos) return one;
        all += "\n" + one;
    }
    return all;
}

TEST(Rulebook, HashIsGolden) {
    EXPECT_EQ(nd90_48_2023().hash().str(), kHash);
}

TEST(Rulebook, OfAnEarlierReleaseIsStillKnownByItsHash) {
    const auto id = RulebookId::of("nd90-48-2023");
    EXPECT_EQ(find_rulebook(id, Digest::of(kEarlierHash)).value(), &nd90_48_2023());
    EXPECT_EQ(find_rulebook(id, nd90_48_2023().hash()).value(), &nd90_48_2023());
    EXPECT_EQ(find_rulebook(id, Digest::of(std::string(64, '0'))).error().type, "unknown-rulebook");
    EXPECT_EQ(find_rulebook(RulebookId::of("nd90-2020"), Digest::of(kEarlierHash)).error().type, "unknown-rulebook");
    EXPECT_EQ(*rulebook_text(nd90_48_2023().hash()), nd90_48_2023().text());
    EXPECT_TRUE(rulebook_text(Digest::of(kEarlierHash))->starts_with("rulebook nd90-48-2023 | "));
}

// A cycle bound to an earlier text is rated by the present one: of levels both say the same, word for word.
TEST(Rulebook, SaysOfLevelsWhatTheEarlierTextsSay) {
    for (const auto& [id, hash] : kEarlierTexts) {
        const auto* book = find_rulebook(RulebookId::of(id), Digest::of(hash)).value();
        EXPECT_EQ(book->id().str(), id);
        const auto text = rulebook_text(Digest::of(hash));
        ASSERT_TRUE(text) << id;
        EXPECT_EQ(events::hex(events::sha256(*text)), hash) << "the text that is kept is the one that was hashed";
        EXPECT_NE(book->hash().str(), hash);
        auto was = parts_of(*text), is = parts_of(book->text());
        for (const auto* part : {"consistency", "facts", "order", "quota", "scales", "undecided", "inForce", "track"}) {
            ASSERT_TRUE(was.contains(part)) << id << " " << part;
            EXPECT_EQ(was[part], is[part]) << id << " " << part;
        }
        for (const auto* part : {"disciplines", "signals"}) EXPECT_EQ(was[part], is[part]) << id << " " << part;
        for (std::size_t i = 0; was.contains("clauses/" + std::to_string(i)); ++i) {
            const auto clause = "clauses/" + std::to_string(i);
            EXPECT_EQ(was[clause], is[clause]) << id;
        }
    }
}

TEST(Rulebook, HashDependsOnEveryWord) {
    for (const auto& [from, to] : {std::pair{"\"percent\": 20, \"rounding\"", "\"percent\": 25, \"rounding\""},
                                   {"{\"number\": 3}", "{\"number\": 4}"},
                                   {"\"from\": \"DECISION\", \"days\": 5", "\"from\": \"DECISION\", \"days\": 3"},
                                   {"Không đề xuất, không kết luận khi biên bản", "Không kết luận khi biên bản"},
                                   {"Hiệu quả cao", "Hiệu quả rất cao"}}) {
        const auto changed = Rulebook::read(with(from, to));
        ASSERT_TRUE(changed) << changed.error().detail_en;
        EXPECT_NE((*changed)->hash(), nd90_48_2023().hash()) << from;
    }
    EXPECT_EQ(Rulebook::read(nd90_48_2023().text()).value()->hash(), nd90_48_2023().hash());
}

TEST(Rulebook, UnknownOnesAreRefused) {
    EXPECT_EQ(find_rulebook(RulebookId::of("nd90-48-2023")).value(), &nd90_48_2023());
    EXPECT_EQ(find_rulebook(RulebookId::of("nd90-2020")).value()->id().str(), "nd90-2020");
    const auto refused = find_rulebook(RulebookId::of("nd90-48-2024"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "unknown-rulebook");
    EXPECT_EQ(refused.error().field, "/rulebook");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("nd90-48-2024"));
}

TEST(Rulebook, HasTheArticlesOfEachColumn) {
    std::set<std::string> clauses;
    for (const auto& clause : nd90_48_2023().clauses()) clauses.insert(clause.id.str());
    for (const auto* clause :
         {"nd90.4.4", "nd90.5.3", "nd90.6.4", "nd90.7.5", "nd90.8.1.b", "nd90.8.2.d", "nd90.9.2.c", "nd90.10.2.d",
          "nd90.11.1.c", "nd90.11.2.đ", "nd90.12.1.a", "nd90.13.2.d", "nd90.14.2.c", "nd90.15.2.đ"}) {
        EXPECT_TRUE(clauses.contains(clause)) << clause;
    }
    EXPECT_FALSE(clauses.contains("nd90.7.6"));
}

TEST(Rulebook, EveryLineOfCompletedSaysWhichGapItsFailureIs) {
    for (const auto& clause : nd90_48_2023().clauses()) {
        if (clause.stage == RuleStage::absence) continue;
        EXPECT_EQ(clause.gap.has_value(), clause.stage == RuleStage::completed) << clause.id.str();
    }
}

TEST(Rulebook, ShowsAllTwentyReadings) {
    for (int number = 1; number <= 20; ++number) {
        EXPECT_TRUE(nd90_48_2023()
                        .reading("F" + std::to_string(number))
                        .vi.str()
                        .starts_with("Cách hiểu F" + std::to_string(number) + ": "));
    }
    EXPECT_THROW(nd90_48_2023().reading("F21"), std::out_of_range);
}

TEST(Rulebook, QuotaIsReadingA) {
    const QuotaRule expected{QuotaBase::good, 20, QuotaRounding::floor};
    EXPECT_EQ(nd90_48_2023().quota(), expected);
}

// --- what a rulebook must not be ---

TEST(BadRulebook, OfAnotherFormIsRefusedWithThePlace) {
    EXPECT_THAT(flaw("{", ""), HasSubstr(""));
    EXPECT_EQ(Rulebook::read("{").error().type, "malformed-json");
    EXPECT_THAT(flaw(with("\"track\": \"STATE\"", "\"track\": \"STATE\", \"extra\": 1"), "/extra"),
                HasSubstr("not known"));
    EXPECT_THAT(flaw(with("\"does\": \"FORCE\"", "\"does\": \"WISH\""), "/order/1/does"), HasSubstr("/order/1/does"));
    EXPECT_THAT(flaw(with("\"inForce\": \"2023-09-15\"", "\"inForce\": \"2023-02-30\""), "/inForce"),
                HasSubstr("/inForce"));
    EXPECT_THAT(flaw(with("\"percent\": 50", "\"percent\": 101"), "percentage"), HasSubstr("share/percent"));
}

TEST(BadRulebook, ThatNamesWhatIsNotThereIsRefused) {
    EXPECT_THAT(flaw(with("{\"flag\": \"findings.degradation\"}", "{\"flag\": \"findings.laziness\"}"), "laziness"),
                HasSubstr("/holds/flag: The rulebook is not sound: there is no fact \"findings.laziness\""));
    EXPECT_THAT(flaw(with("\"atLeast\": \"WELL\"", "\"atLeast\": \"SUPERB\""), "SUPERB"), HasSubstr("has no grade"));
    EXPECT_THAT(flaw(with("\"of\": [\"CADRE\"]", "\"of\": [\"SOLDIER\"]"), "SOLDIER"), HasSubstr("no column"));
    EXPECT_THAT(flaw(with("\"needsReading\": \"F2\"", "\"needsReading\": \"F42\""), "F42"),
                HasSubstr("no reading F42"));
    EXPECT_THAT(flaw(with("\"inYear\": \"nd90.2.5.a\"", "\"inYear\": \"nd90.2.5.z\""), "nd90.2.5.z"),
                HasSubstr("/disciplines/inYear"));
    EXPECT_THAT(flaw(with("\"source\": \"servants\",", "\"source\": \"rumour\","), "rumour"), HasSubstr("/source"));
    EXPECT_THAT(flaw(with("\"scale\": \"EFFECTIVENESS\"}", "\"scale\": \"TEMPER\"}"), "TEMPER"), HasSubstr("no scale"));
}

TEST(BadRulebook, ThatAsksAColumnForAFactOfAnotherIsRefused) {
    EXPECT_THAT(flaw(with("{\"fact\": \"targets.completed\"}, \"is\": \"LESS_THAN\"",
                          "{\"fact\": \"tasks.completed\"}, \"is\": \"LESS_THAN\""),
                     "tasks.completed"),
                HasSubstr("not every column of the clause has the fact"));
}

TEST(BadRulebook, ThatComparesWhatIsNoNumberIsRefused) {
    EXPECT_THAT(flaw(with("{\"fact\": \"criteria.deficient\"}", "{\"fact\": \"effectiveness\"}"), "effectiveness"),
                HasSubstr("is GRADE, not COUNT"));
}

TEST(BadRulebook, WithColumnsThatOverlapIsRefused) {
    EXPECT_THAT(
        flaw(with("\"class\": \"CIVIL_SERVANT\", \"leader\": true", "\"class\": \"CIVIL_SERVANT\""), "same subjects"),
        HasSubstr("/columns/2: The rulebook is not sound: the same subjects are in \"CIVIL_SERVANT\""));
}

TEST(BadRulebook, WithASentenceTwiceIsRefused) {
    auto text = written();
    const auto begin = text.find("  {\"clause\": \"nd90.7.1\"");
    const auto end = text.find('\n', begin) + 1;
    text.insert(end, text.substr(begin, end - begin));
    EXPECT_THAT(flaw(text, "stands twice"), HasSubstr("the sentence of \"nd90.7.1\" stands twice for one column"));
}

TEST(BadRulebook, WithLevelsThatNeedEachOtherIsRefused) {
    EXPECT_THAT(
        flaw(with("\"level\": \"COMPLETED\"}", "\"level\": \"COMPLETED\", \"needs\": [\"EXCELLENT\"]}"), "itself"),
        HasSubstr("a level that needs itself"));
}

TEST(BadRulebook, WithAGroundThatForcesWhatALevelAllowsIsRefused) {
    EXPECT_THAT(flaw(with("\"MORE_THAN\", \"percent\": 50", "\"MORE_THAN\", \"percent\": 10"), "overlaps"),
                HasSubstr("\"nd90.7.2\" overlaps nd90.6.2 of COMPLETED in column \"CADRE\""));
}

TEST(BadRulebook, WithALevelNobodyCanReachIsRefused) {
    // Good asks for at most 0 % deficient criteria; completed would ask for at least 5 %.
    EXPECT_THAT(
        flaw(with("\"is\": \"AT_MOST\", \"percent\": 20", "\"is\": \"AT_LEAST\", \"percent\": 5"), "contradict"),
        HasSubstr("EXCELLENT cannot be reached in column \"CADRE\": nd90.4.2, nd90.6.2 contradict each other"));
    // Excellent without a demand of its own beyond those of good.
    auto easy = written();
    const auto drop = [&](const std::string& from, const std::string& to) {
        for (auto at = easy.find(from); at != std::string::npos; at = easy.find(from, at + to.size()))
            easy.replace(at, from.size(), to);
    };
    drop("\"atLeast\": \"WELL\"", "\"atLeast\": \"MET\"");
    drop("\"atLeast\": \"HIGH\"", "\"atLeast\": \"MET\"");
    drop("{\"fact\": \"tasks.exceeded\"}, \"is\": \"AT_LEAST\", \"percent\": 50",
         "{\"fact\": \"tasks.onTimeWithQuality\"}, \"is\": \"AT_LEAST\", \"percent\": 50");
    EXPECT_THAT(flaw(easy, "already"),
                HasSubstr("GOOD cannot be reached in column \"CIVIL_SERVANT\": who meets it has EXCELLENT already"));
}

// --- of its procedure ---

TEST(BadRulebook, WithAStepThatWaitsForOneThatIsNotThereIsRefused) {
    EXPECT_THAT(flaw(with("\"by\": [\"LEADERSHIP\"], \"after\": [\"SELF_ASSESSMENT\"]",
                          "\"by\": [\"LEADERSHIP\"], \"after\": [\"BALLOT\"]"),
                     "BALLOT"),
                HasSubstr("/procedure/1/after/0: The rulebook is not sound: there is no step BALLOT for \"CADRE\""));
    EXPECT_THAT(flaw(with("{\"step\": \"MEETING\", \"of\": [\"CADRE\"], \"by\"",
                          "{\"step\": \"SEANCE\", \"of\": [\"CADRE\"], \"by\""),
                     "/procedure/1/step"),
                HasSubstr("/procedure/1/step"));
}

TEST(BadRulebook, WithStepsInACircleIsRefused) {
    EXPECT_THAT(
        flaw(with("\"by\": [\"RATED_PERSON\"], \"after\": []", "\"by\": [\"RATED_PERSON\"], \"after\": [\"DECISION\"]"),
             "waits for itself"),
        HasSubstr("/procedure/0/after: The rulebook is not sound: SELF_ASSESSMENT waits for itself"));
}

TEST(BadRulebook, WithAStepNobodyReachesIsRefused) {
    EXPECT_THAT(flaw(with("\"by\": [\"LEADERSHIP\"]", "\"by\": []"), "cannot be reached"),
                HasSubstr("/procedure/1/by"));
    EXPECT_THAT(
        flaw(with("\"of\": [\"CIVIL_SERVANT_LEADER\"], \"positions\": [\"AGENCY_HEAD\"], \"by\": [\"RATED_PERSON\"]",
                  "\"of\": [\"CIVIL_SERVANT\"], \"positions\": [\"AGENCY_HEAD\"], \"by\": [\"RATED_PERSON\"]"),
             "concerns nobody"),
        HasSubstr("these columns have no such position"));
}

TEST(BadRulebook, WithAnUnknownRoleIsRefused) {
    EXPECT_THAT(flaw(with("\"by\": [\"LEADERSHIP\"]", "\"by\": [\"ORACLE\"]"), "/by"), HasSubstr("/procedure/1/by/0"));
    EXPECT_THAT(flaw(with("\"members\": [\"LEADERSHIP\"]", "\"members\": [\"ORACLE\"]"), "/members"),
                HasSubstr("/compositions/0/members/0"));
}

TEST(BadRulebook, WithStepsOrFormsThatOverlapIsRefused) {
    EXPECT_THAT(flaw(with("\"positions\": [\"AGENCY_DEPUTY\", \"OTHER\"], \"by\": [\"RATED_PERSON\"]",
                          "\"by\": [\"RATED_PERSON\"]"),
                     "overlaps"),
                HasSubstr("both concern \"CIVIL_SERVANT_LEADER\" (AGENCY_HEAD)"));
    EXPECT_THAT(
        flaw(with("{\"form\": \"FORM_01\", \"step\": \"SELF_ASSESSMENT\", \"of\": [\"CADRE\"]",
                  "{\"form\": \"FORM_01\", \"step\": \"SELF_ASSESSMENT\", \"of\": [\"CADRE\", \"CIVIL_SERVANT\"]"),
             "overlaps"),
        HasSubstr("/forms/1: The rulebook is not sound: it overlaps /forms/0: both concern \"CIVIL_SERVANT\""));
}

TEST(BadRulebook, WithATermThatIsNoneIsRefused) {
    EXPECT_THAT(flaw(with("\"days\": 5, \"unit\": \"WORKING\", \"clause\": \"internal.notice\"",
                          "\"days\": 5, \"unit\": \"WORKING\", \"clause\": \"internal.whim\""),
                     "internal.whim"),
                HasSubstr("/terms/2/clause: The rulebook is not sound: there is no clause \"internal.whim\""));
    EXPECT_THAT(flaw(with("\"days\": 5, \"unit\": \"WORKING\", \"clause\": \"internal.notice\"",
                          "\"days\": 5, \"unit\": \"WORKING\""),
                     "/terms/2/clause"),
                HasSubstr("/terms/2/clause"));
    EXPECT_THAT(flaw(with("\"from\": \"DECISION\", \"days\": 5,", "\"days\": 5,"), "/terms/2"),
                HasSubstr("a term is `from`, `days` and `unit`, or `before`"));
    EXPECT_THAT(
        flaw(with("\"from\": \"DECISION\", \"days\": 5,", "\"from\": \"DECISION\", \"days\": -1,"), "/terms/2/days"),
        HasSubstr("0 to 36525"));
    EXPECT_THAT(flaw(with("\"month\": 12, \"day\": 15", "\"month\": 2, \"day\": 30"), "/terms/0"),
                HasSubstr("there is no such day in every year"));
}

TEST(BadRulebook, WithALawThatStandsNowhereIsRefused) {
    EXPECT_THAT(flaw(with("\"citation\": \"Điều 24\", ", ""), "stands somewhere"), HasSubstr("/citation"));
    EXPECT_EQ(nd90_48_2023().clause("internal.notice").citation.str(), "quy định nội bộ");
}

}  // namespace
}  // namespace minhbach::services::law
