#include "projections/ratings.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace ratings {
namespace {

constexpr std::string_view kDossiers = "ratings.dossier";  // dossier -> what a decision does not repeat

struct Placed {
    CycleId cycle;
    int year = 0;
    UnitCode unit;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (cycle, year, unit))

class Ratings : public Projection {
public:
    std::string_view name() const override { return "ratings"; }
    int version() const override { return 3; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

PersonRatings of(const Rows& rows, const PersonCode& person) {
    return rows.get_as<PersonRatings>(kPersons, person.str()).value_or(PersonRatings{person, {}, {}});
}

void rename(Rows& rows, const PersonCode& person, const std::string& name) {
    auto all = of(rows, person);
    all.name = name;
    rows.put_as(kPersons, person.str(), all);
}

// Of one year and source (a cycle, or the import) the last event stands.
void put(Rows& rows, const PersonCode& person, Rating rating) {
    auto all = of(rows, person);
    std::erase_if(all.ratings, [&](const auto& one) { return one.year == rating.year && one.cycle == rating.cycle; });
    const auto before =
        std::find_if(all.ratings.begin(), all.ratings.end(), [&](const auto& one) { return one.year <= rating.year; });
    all.ratings.insert(before, std::move(rating));
    rows.put_as(kPersons, person.str(), all);
}

std::string wording_of(const RatingDecided& e) {
    return e.level ? std::string(vietnamese(*e.level)) : "Không thực hiện đánh giá, xếp loại";
}

void Ratings::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto position = static_cast<std::int64_t>(record.position.value);
    match(
        recorded.event, [&](const PersonRegistered& e) { rename(rows, e.person, e.full_name.str()); },
        [&](const PersonCorrected& e) {
            if (e.full_name) rename(rows, e.person, e.full_name->str());
        },
        // Years that only the other code has; the rows of that one stay where they were.
        [&](const PersonMerged& e) {
            const auto duplicate = of(rows, e.person);
            const auto known = of(rows, e.into);
            for (const auto& rating : duplicate.ratings) {
                const bool is_there = std::any_of(known.ratings.begin(), known.ratings.end(),
                                                  [&](const auto& one) { return one.year == rating.year; });
                if (!is_there) put(rows, e.into, rating);
            }
        },
        // The years that were taken over go back; those entered under the kept code since stay.
        [&](const PersonSeparated& e) {
            const auto duplicate = of(rows, e.person);
            auto kept = of(rows, e.from);
            std::erase_if(kept.ratings, [&](const auto& rating) {
                return std::any_of(duplicate.ratings.begin(), duplicate.ratings.end(),
                                   [&](const auto& one) { return one.position == rating.position; });
            });
            rows.put_as(kPersons, e.from.str(), kept);
        },
        [&](const DossierMoved& e) {
            auto placed = rows.get_as<Placed>(kDossiers, e.dossier.str());
            if (!placed) return;
            placed->unit = e.post.unit;
            rows.put_as(kDossiers, e.dossier.str(), *placed);
        },
        [&](const DossierOpened& e) { rows.put_as(kDossiers, e.dossier.str(), Placed{e.cycle, e.year, e.post.unit}); },
        [&](const RatingDecided& e) {
            const auto placed = rows.get_as<Placed>(kDossiers, e.dossier.str());
            if (!placed) return;
            Rating rating;
            rating.year = placed->year;
            rating.level = e.level;
            rating.wording = wording_of(e);
            rating.cycle = placed->cycle;
            rating.dossier = e.dossier;
            rating.unit = placed->unit;
            rating.document = e.document;
            rating.decided_on = record.decided_at.value_or(record.recorded_at).local_date();
            rating.position = position;
            put(rows, e.person, std::move(rating));
        },
        [&](const EarlierRatingImported& e) {
            Rating rating;
            rating.year = e.year;
            rating.level = e.level;
            rating.wording = e.wording.str();
            rating.unit = e.unit;
            rating.unit_name = e.unit_name.str();
            rating.source = e.source.str();
            rating.position = position;
            put(rows, e.person, std::move(rating));
        },
        [&](const CollectiveRated& e) {
            const auto key = entity(e.cycle.str(), e.unit.str());
            const auto before = rows.get_as<Collective>(kCollectives, key);
            Collective now{e.cycle, e.unit, provenance_of(record), e.level, e.reason, e.document, 1, {}};
            if (before) {
                now.times = before->times + 1;
                now.versions = before->versions;
            }
            now.versions.push_back(
                {now.by, static_cast<int>(record.revision.value), e.level, e.reason, e.document, false});
            rows.put_as(kCollectives, key, now);
        },
        [&](const CollectiveRatingCancelled& e) {
            const auto key = entity(e.cycle.str(), e.unit.str());
            auto row = rows.get_as<Collective>(kCollectives, key);
            if (!row) return;
            for (auto& version : row->versions) version.cancelled = version.cancelled || version.revision == e.decision;
            rows.put_as(kCollectives, key, *row);
        },
        [&](const RatingCancelled& e) {
            const auto placed = rows.get_as<Placed>(kDossiers, e.dossier.str());
            if (!placed) return;
            auto all = of(rows, e.person);
            std::erase_if(all.ratings, [&](const auto& one) { return one.dossier == e.dossier; });
            rows.put_as(kPersons, e.person.str(), all);
        });
}

}  // namespace
}  // namespace ratings

std::unique_ptr<Projection> make_ratings() {
    return std::make_unique<ratings::Ratings>();
}

}  // namespace minhbach::projections
