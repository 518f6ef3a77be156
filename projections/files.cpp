#include "projections/files.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace files {
namespace {

class Files : public Projection {
public:
    std::string_view name() const override { return "files"; }
    int version() const override { return 2; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

bool owes_a_file(UnitKind kind) {
    switch (kind) {
        case UnitKind::department:
        case UnitKind::district:
        case UnitKind::commune:
        case UnitKind::ward:
        case UnitKind::township:
            return true;
        case UnitKind::province:
        case UnitKind::office:
        case UnitKind::division:
        case UnitKind::sub_department:
        case UnitKind::centre:
        case UnitKind::school:
        case UnitKind::hospital:
            return false;
    }
    return false;
}

FileVersion version_of(const events::Record& record, const FileSubmitted& e) {
    FileVersion version;
    version.version = e.version;
    version.submitted = provenance_of(record);
    version.to = e.to;
    version.counts = e.counts;
    version.part_a = static_cast<int>(e.part_a.size());
    version.part_b = static_cast<int>(e.part_b.size());
    version.pending = e.pending;
    version.consolidated = e.consolidated;
    version.document = e.document;
    return version;
}

// The receiver's answer to a version.
template <class Change>
void answer(Rows& rows, const events::Record& record, const CycleId& cycle, const UnitCode& unit, int version,
            FileStatus status, const Change& apply) {
    const auto key = entity(cycle.str(), unit.str());
    auto row = rows.get_as<FileRow>(kRows, key);
    if (!row) return;
    for (auto& one : row->versions) {
        if (one.version == version) apply(one);
    }
    row->status = status;
    row->revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kRows, key, *row);
}

void Files::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    match(
        recorded.event,
        [&](const UnitEstablished& e) {
            if (owes_a_file(e.kind)) rows.mark(kOwing, e.unit.str());
        },
        [&](const FileSubmitted& e) {
            const auto key = entity(e.cycle.str(), e.unit.str());
            auto row = rows.get_as<FileRow>(kRows, key).value_or(FileRow{e.cycle, e.unit, {}, FileStatus::missing, 0});
            row.versions.push_back(version_of(record, e));
            row.status = FileStatus::submitted;
            row.revision = static_cast<int>(record.revision.value + 1);
            rows.put_as(kRows, key, row);
        },
        [&](const FileReturned& e) {
            answer(rows, record, e.cycle, e.unit, e.version, FileStatus::returned, [&](FileVersion& version) {
                version.returned = provenance_of(record);
                version.return_reason = e.reason;
                version.return_phone = e.phone;
            });
        },
        [&](const FileAccepted& e) {
            answer(rows, record, e.cycle, e.unit, e.version, FileStatus::accepted, [&](FileVersion& version) {
                version.accepted = provenance_of(record);
                version.remark = e.remark;
            });
        });
}

}  // namespace
}  // namespace files

std::unique_ptr<Projection> make_files() {
    return std::make_unique<files::Files>();
}

}  // namespace minhbach::projections
