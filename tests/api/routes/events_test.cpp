// Following the log page by page.
#include <set>

#include "api/follow/cloud_event.hpp"
#include "doors.hpp"
#include "events/merkle/tree.hpp"
#include "held_log.hpp"

namespace minhbach::api::routes {
namespace {

class EventPages : public Doors {
protected:
    // The values of a member of every event of a page, as text.
    static std::vector<std::string> all(const http::Response& page, std::string_view member) {
        std::vector<std::string> values;
        const auto document = json::Document::parse(page.content()).value();
        for (const auto event : tests::at(document.root(), "data/events")->elements())
            values.emplace_back(tests::at(event, member)->string());
        return values;
    }
    static std::vector<std::uint64_t> positions(const http::Response& page) {
        std::vector<std::uint64_t> all_of_them;
        for (const auto& text : all(page, "sequence")) all_of_them.push_back(std::stoull(text));
        return all_of_them;
    }
    static std::uint64_t number(const http::Response& page, std::string_view path) {
        return std::stoull(text_at(page, path));
    }
    // Page by page from the beginning to the end; the ranges that were scanned follow each other without a gap.
    std::vector<std::uint64_t> followed(const std::string& filter, std::size_t limit) {
        std::vector<std::uint64_t> seen;
        std::uint64_t next = 0;
        for (;;) {
            const auto page = get(
                "/v1/events?from=" + std::to_string(next) + "&limit=" + std::to_string(limit) + filter, "INSPECTOR");
            EXPECT_EQ(page.status, 200) << page.content();
            if (page.status != 200) return seen;
            EXPECT_EQ(number(page, "data/scanned/from"), next);
            const auto these = positions(page);
            EXPECT_EQ(number(page, "data/scanned/matched"), these.size());
            EXPECT_LE(these.size(), limit);
            seen.insert(seen.end(), these.begin(), these.end());
            const auto to = number(page, "data/next");
            EXPECT_EQ(number(page, "data/scanned/to"), to);
            if (to == next) return seen;
            next = to;
        }
    }
    std::vector<std::uint64_t> those(const std::function<bool(const events::Record&)>& fits) {
        std::vector<std::uint64_t> found;
        for (std::uint64_t position = 0; position < main_size(); ++position) {
            const auto record = events::decode_record(log_->record_bytes(events::Ledger::main, {position})).value();
            if (fits(record)) found.push_back(position);
        }
        return found;
    }
};

TEST_F(EventPages, HoldEveryEventOnceInOrderWhateverTheirSize) {
    const auto everything = those([](const auto&) { return true; });
    ASSERT_GT(everything.size(), 50u);
    for (const std::size_t limit : {7u, 100u, 1000u}) EXPECT_EQ(followed("", limit), everything) << limit;
}

TEST_F(EventPages, AreFilteredByTypeAndSubjectWithoutLeavingOutARange) {
    EXPECT_EQ(followed("&type=post.assigned,mandate.granted", 10), those([](const auto& record) {
                  return record.type == "post.assigned" || record.type == "mandate.granted";
              }));
    EXPECT_EQ(followed("&type=dossier.*", 10),
              those([](const auto& record) { return record.type.starts_with("dossier."); }));
    const auto about = [](const auto& record) {
        for (const auto& [subject, known] : record.subjects)
            if (subject == PersonCode::of("A1")) return true;
        return false;
    };
    const auto of_a1 = those(about);
    ASSERT_GT(of_a1.size(), 2u);
    EXPECT_EQ(followed("&subject=A1", 3), of_a1);
    // The gapless numbers say the same: nobody has to believe the filter.
    const auto page = get("/v1/events?subject=A1&limit=1000", "INSPECTOR");
    const auto document = json::Document::parse(page.content()).value();
    std::uint64_t expected = 0;
    for (const auto event : tests::at(document.root(), "data/events")->elements()) {
        const auto subjects = tests::at(event, "data/subjects")->elements();
        const auto numbers = tests::at(event, "data/subjectNumbers")->elements();
        for (std::size_t i = 0; i < subjects.size(); ++i)
            if (subjects[i].string() == "A1") EXPECT_EQ(numbers[i].string(), std::to_string(expected++));
    }
    EXPECT_EQ(expected, of_a1.size());
}

TEST_F(EventPages, AreFilteredByUnitAsItWasKnownAtEachEvent) {
    const auto whole = followed("&unit=51-S05", 50);
    const auto part = followed("&unit=51-S05.P1", 50);
    const std::set<std::uint64_t> in_whole(whole.begin(), whole.end());
    EXPECT_FALSE(part.empty());
    EXPECT_LT(part.size(), whole.size());
    for (const auto position : part) EXPECT_TRUE(in_whole.contains(position)) << position;
    const auto dossier = those([](const auto& record) { return record.stream.name() == "dossier/2023.A1"; });
    ASSERT_FALSE(dossier.empty());
    EXPECT_TRUE(in_whole.contains(dossier.front()));
    // What moves a unit later changes nothing of what was before.
    services::organisation::ChangeUnit change;
    change.unit = UnitCode::of("51-S05.P1");
    change.parent = UnitCode::of("51");
    change.from = Date::of("2023-11-20");
    change.document = DocumentId::of("QD1");
    done("ADMIN", change);
    folded();
    auto after = followed("&unit=51-S05", 50);
    after.resize(whole.size());
    EXPECT_EQ(after, whole);
}

TEST_F(EventPages, AreCloudEventsOfTheRecordAndNothingElse) {
    const auto page = get("/v1/events?from=1&limit=2", "INSPECTOR");
    const auto cbor = log_->record_bytes(events::Ledger::main, {1});
    const auto record = events::decode_record(cbor).value();
    const std::string first = "data/events/0/";
    EXPECT_EQ(text_at(page, first + "specversion"), "1.0");
    EXPECT_EQ(text_at(page, first + "id"), record.id.str());
    EXPECT_EQ(text_at(page, first + "source"), "test.example/log");
    EXPECT_EQ(text_at(page, first + "subject"), record.stream.name());
    EXPECT_EQ(text_at(page, first + "type"), record.type);
    EXPECT_EQ(text_at(page, first + "time"), record.recorded_at.rfc3339());
    EXPECT_EQ(text_at(page, first + "sequence"), "00000000000000000001");
    EXPECT_EQ(text_at(page, first + "streamrevision"), "0");
    EXPECT_EQ(text_at(page, first + "leafhash"), events::hex(events::merkle::leaf_hash(cbor)));
    EXPECT_EQ(text_at(page, first + "data/actor"), record.actor.str());
    EXPECT_EQ(text_at(page, first + "data/commitments/0"), events::hex(record.commitments.at(0)));
    // No name of a person is in any of them, and no hash of a request.
    const auto whole = get("/v1/events?limit=1000", "INSPECTOR");
    for (const auto* never : {"Tạ Thanh Tra", "fullName", "fingerprint", "keyHash"})
        EXPECT_EQ(whole.content().find(never), std::string_view::npos) << never;
}

TEST_F(EventPages, TheLeafHashesOfAllEventsGiveTheRootOfTheCheckpoint) {
    const auto checkpoint = log_->publish_checkpoint(events::Ledger::main);
    const auto page = get("/v1/events?limit=1000", "INSPECTOR");
    EXPECT_EQ(text_at(page, "data/scanned/checkpoint"), checkpoint.note);
    const auto leaves = all(page, "leafhash");
    ASSERT_EQ(leaves.size(), checkpoint.size);
    events::merkle::Tree tree;
    for (const auto& leaf : leaves) {
        events::Hash hash{};
        for (std::size_t i = 0; i < hash.size(); ++i)
            hash[i] = static_cast<std::uint8_t>(std::stoul(leaf.substr(2 * i, 2), nullptr, 16));
        tree.append(hash);
    }
    EXPECT_EQ(tree.root(), checkpoint.root);
}

TEST_F(EventPages, ComeAsABatchWhereThatIsAccepted) {
    const HeaderFields accept{{"Accept", "application/cloudevents-batch+json"}};
    const auto page = get("/v1/events?from=2&limit=3&type=post.*", "INSPECTOR", accept);
    EXPECT_EQ(header_of(page, "Content-Type"), "application/cloudevents-batch+json");
    const auto document = json::Document::parse(page.content()).value();
    EXPECT_EQ(document.root().elements().size(), 3u);
    const auto scanned = header_of(page, "Minhbach-Scanned");
    EXPECT_THAT(scanned, ::testing::StartsWith("2-"));
    EXPECT_EQ(header_of(page, "Link"),
              "</v1/events?from=" + scanned.substr(2) + "&limit=3&type=post.%2A>; rel=\"next\"");
    EXPECT_EQ(header_of(page, "Minhbach-Size"), std::to_string(main_size()));
    EXPECT_EQ(header_of(page, "Minhbach-Matched"), "3");
}

TEST_F(EventPages, AreForWhoMayReadTheLogAlone) {
    EXPECT_EQ(get("/v1/events", "").status, 401);
    EXPECT_EQ(get("/v1/events", "A1").status, 404);
    EXPECT_EQ(get("/v1/events/stream", "A1").status, 404);
    EXPECT_EQ(get("/v1/events", "ADMIN").status, 200);
}

TEST_F(EventPages, RefuseWhatWouldLeaveOutEventsUnnoticed) {
    const auto beyond = std::to_string(main_size() + 1);
    for (const std::string wrong : {"type=rating.decide", "type=nothing.*", "type=,", "unit=51&ledger=access",
                                    "ledger=other", "limit=0", "limit=1001", "from=1&after=1", "subject=%20"}) {
        EXPECT_EQ(get("/v1/events?" + wrong, "INSPECTOR").status, 400) << wrong;
        if (!wrong.starts_with("limit")) EXPECT_EQ(get("/v1/events/stream?" + wrong, "INSPECTOR").status, 400) << wrong;
    }
    EXPECT_EQ(get("/v1/events?from=" + beyond, "INSPECTOR").status, 400);
    EXPECT_EQ(get("/v1/events?after=" + std::to_string(main_size()), "INSPECTOR").status, 400);
    EXPECT_EQ(get("/v1/events/stream", "INSPECTOR", {{"Last-Event-ID", beyond}}).status, 400);
    const auto at_the_end = get("/v1/events?after=" + std::to_string(main_size() - 1), "INSPECTOR");
    EXPECT_EQ(text_at(at_the_end, "data/events"), "[0]");
    EXPECT_EQ(number(at_the_end, "data/next"), main_size());
}

TEST_F(EventPages, OfTheAccessLedgerAreFollowedInTheSameWay) {
    EXPECT_EQ(get("/v1/dossiers/2023.A1", "A1").status, 200);
    const auto page = get("/v1/events?ledger=access", "INSPECTOR");
    EXPECT_EQ(text_at(page, "data/events/0/source"), "test.example/log/access");
    EXPECT_EQ(positions(page).size(), access_size());
    EXPECT_EQ(text_at(page, "asOf/ledger"), "access");
}

TEST_F(EventPages, AboutAnErasedPersonStayAndNoUnitMissesThem) {
    const auto everything = get("/v1/events?limit=1000", "INSPECTOR");
    const auto of_unit = followed("&unit=51-S05.P1", 50);
    const auto of_a1 = followed("&subject=A1", 50);
    application_.reset();
    ASSERT_TRUE(log_->erase(PersonCode::of("A1")));
    std::filesystem::remove_all(store() / "projections");
    application_ = made();
    folded();
    const auto after = get("/v1/events?limit=1000", "INSPECTOR");
    const auto before = all(everything, "leafhash");
    auto leaves = all(after, "leafhash");
    ASSERT_GE(leaves.size(), before.size());
    leaves.resize(before.size());  // behind them the access ledger was sealed at the stop
    EXPECT_EQ(leaves, before);
    EXPECT_EQ(followed("&subject=A1", 50), of_a1);
    const auto still = followed("&unit=51-S05.P1", 50);
    const std::set<std::uint64_t> brought(still.begin(), still.end());
    for (const auto position : of_unit) EXPECT_TRUE(brought.contains(position)) << position;
    application_.reset();
}

TEST_F(EventPages, OfAUnitWaitForTheReadModelsAndLeaveNothingOut) {
    application_.reset();
    std::filesystem::remove_all(store() / "projections");
    events::HeldLog held(*log_);
    application_ = std::make_unique<Application>(held, clock_, store());
    const auto early = get("/v1/events?unit=51-S05", "INSPECTOR");
    ASSERT_EQ(early.status, 200);
    EXPECT_EQ(number(early, "data/next"), 0u);
    EXPECT_EQ(number(early, "data/scanned/size"), main_size());
    EXPECT_FALSE(positions(get("/v1/events", "INSPECTOR")).empty());
    held.let_go();
    folded();
    EXPECT_FALSE(followed("&unit=51-S05", 50).empty());
    application_.reset();
}

}  // namespace
}  // namespace minhbach::api::routes
