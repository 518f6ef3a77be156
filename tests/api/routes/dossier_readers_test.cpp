// Who can open a dossier: the list says what the doors do.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class DossierReaders : public Doors {
protected:
    std::map<std::string, bool> listed(const std::string& asker) {  // person -> needs a purpose
        const auto answer = get("/v1/dossiers/2023.A1/readers", asker);
        EXPECT_EQ(answer.status, 200) << answer.content();
        std::map<std::string, bool> found;
        for (int i = 0;; ++i) {
            const auto at = "data/items/" + std::to_string(i) + "/";
            const auto person = text_at(answer, at + "person/person");
            if (person == "(absent)") return found;
            found[person] = text_at(answer, at + "needsPurpose") == "true";
        }
    }
};

TEST_F(DossierReaders, AreThoseWhomTheDoorsLetIn) {
    const auto readers = listed("A1");
    EXPECT_TRUE(readers.contains("HEAD1"));
    EXPECT_TRUE(readers.contains("INSPECTOR"));
    EXPECT_FALSE(readers.contains("A1")) << "the own dossier needs no mandate";
    for (const std::string person :
         {"DIRECTOR", "DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A2", "B1", "HOMEAFFAIRS", "ADMIN", "INSPECTOR"}) {
        const auto status = get("/v1/dossiers/2023.A1", person).status;
        const auto found = readers.find(person);
        if (found == readers.end())
            EXPECT_EQ(status, 404) << person;
        else
            EXPECT_EQ(status, found->second ? 422 : 200) << person;
    }
}

TEST_F(DossierReaders, ALineNamesTheMandateAndItsDocument) {
    const auto answer = get("/v1/dossiers/2023.A1/readers", "A1");
    EXPECT_EQ(text_at(answer, "data/person/person"), "A1");
    EXPECT_NE(text_at(answer, "data/items/0/document"), "(absent)");
    EXPECT_NE(text_at(answer, "data/items/0/unit/name"), "");
    EXPECT_EQ(get("/v1/dossiers/2023.A1/readers", "A2").status, 404) << "a colleague is told nothing";
}

// A mandate that no longer holds, or has been revoked, opens nothing.
TEST_F(DossierReaders, WhoseMandateEndedIsNotListed) {
    ASSERT_TRUE(listed("A1").contains("HEAD1"));
    application_.reset();
    write({MandateRevoked{MandateId::of("HEAD1.1"), PersonCode::of("HEAD1"), clock_.now().local_date(),
                          DocumentId::of("QD1")}});
    application_ = made();
    folded();
    EXPECT_FALSE(listed("A1").contains("HEAD1"));
}

}  // namespace
}  // namespace minhbach::api::routes
