// The effects of re-evaluations: open from the cancellation that named them until somebody of the owner settles them.
#include "events/vocabulary/evaluation.hpp"
#include "projections/list.hpp"
#include "projections/objections.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace {

constexpr std::string_view kCycleOf = "effects.cycle";  // dossier -> cycle

struct OfCycle {
    CycleId cycle;
};
BOOST_DESCRIBE_STRUCT(OfCycle, (), (cycle))

std::string stream_of(const std::optional<DossierId>& dossier, const std::optional<UnitCode>& unit) {
    return dossier ? "d:" + dossier->str() : "u:" + unit.value().str();
}

class EffectsBoard : public Projection {
public:
    std::string_view name() const override { return "effects"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto by = provenance_of(recorded.record);
        const auto put = [&](EffectRow row) {
            const auto key = entity(row.cycle.str(), stream_of(row.dossier, row.collective), row.effect.effect.str());
            if (row.dossier) rows.mark(effects::kByDossier, entity(row.dossier->str(), key));
            rows.put_as(effects::kRows, key, row);
        };
        match(
            recorded.event, [&](const DossierOpened& e) { rows.put_as(kCycleOf, e.dossier.str(), OfCycle{e.cycle}); },
            [&](const RatingCancelled& e) {
                const auto of = rows.get_as<OfCycle>(kCycleOf, e.dossier.str());
                if (!of) return;
                for (const auto& effect : e.effects)
                    put({of->cycle, e.dossier, e.person, {}, e.ground, by, effect, {}});
            },
            [&](const CollectiveRatingCancelled& e) {
                for (const auto& effect : e.effects) put({e.cycle, {}, {}, e.unit, e.ground, by, effect, {}});
            },
            [&](const EffectSettled& e) {
                const auto key = entity(e.cycle.str(), stream_of(e.dossier, e.unit), e.effect.str());
                auto row = rows.get_as<EffectRow>(effects::kRows, key);
                if (!row) return;
                row->settled = SettledEffect{by, e.what, e.document};
                rows.put_as(effects::kRows, key, *row);
            });
    }
};

}  // namespace

std::unique_ptr<Projection> make_effects() {
    return std::make_unique<EffectsBoard>();
}

}  // namespace minhbach::projections
