#include "events/package/package.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "events/merkle/leaf_ranges.hpp"
#include "events/merkle/proof.hpp"

namespace minhbach::events::package {
namespace {

constexpr std::uint64_t kProgressEvery = 256;

class Writing {
public:
    Writing(const Log& log, const Contents& contents, const std::filesystem::path& file, const Progress& progress)
        : log_(log), contents_(contents), progress_(progress), archive_(file) {}

    Written write(const Sign& sign) {
        archive_.add("README.txt", contents_.read_me);
        archive_.add("key.txt", log_.vkey(Ledger::main) + "\n");
        archive_.add("checkpoint.txt", contents_.checkpoint.note);
        for (const auto& [hash, text] : contents_.rulebooks) archive_.add("rulebooks/" + hash + ".txt", text);
        for (const auto& id : contents_.attachments) attachment(id);
        records();
        payloads();
        tree();
        index();
        archive_.add("manifest.txt", sign(manifest()));
        archive_.finish();
        return written_;
    }

private:
    template <class Visit>
    void for_each(const Visit& visit) {
        for (const auto position : contents_.positions) visit(log_.read(Ledger::main, position));
    }

    void attachment(const AttachmentId& id) {
        archive_.begin("attachments/" + id.str());
        std::uint64_t number = 0;
        for (auto piece = contents_.attachment_piece(id, number); !piece.empty();
             piece = contents_.attachment_piece(id, ++number)) {
            archive_.write(piece);
        }
        archive_.end();
    }

    void records() {
        archive_.begin("records.bin");
        for (const auto position : contents_.positions) {
            const auto bytes = log_.record_bytes(Ledger::main, position);
            const std::string length{static_cast<char>(bytes.size() >> 8), static_cast<char>(bytes.size() & 0xff)};
            archive_.write(length);
            archive_.write(bytes);
            if (++written_.records % kProgressEvery == 0) progress_(written_.records);
        }
        archive_.end();
    }

    // One line for each part: position, part, subject, salt, JSON; tabs between. Canonical JSON holds neither tab nor
    // line feed, so the last member is the very text that was committed to.
    void payloads() {
        archive_.begin("payloads.txt");
        for_each([&](const Stored& stored) {
            const auto salts = log_.salts(stored);
            auto& shown = shown_[stored.record.position.value];
            for (std::size_t i = 0; i < stored.parts.size(); ++i) {
                const auto& part = stored.parts[i];
                std::string line = std::to_string(stored.record.position.value) + "\t" + std::to_string(i) + "\t" +
                                   (part.subject ? part.subject->str() : "-") + "\t";
                shown.push_back(!stored.lost[i] && salts[i] && contents_.shows(stored, i));
                if (shown.back()) {
                    line += hex(*salts[i]) + "\t" + part.json;
                    ++written_.parts_shown;
                } else if (stored.lost[i]) {
                    line += "erased\t-";
                    ++written_.parts_erased;
                } else {
                    line += "withheld\t-";
                    ++written_.parts_withheld;
                }
                archive_.write(line + "\n");
            }
            ++streams_[stored.record.stream.name()];
        });
        archive_.end();
    }

    void tree() {
        const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
            const auto bytes = log_.hash_tile(Ledger::main, level, index, width);
            if (!bytes) throw std::logic_error("a tile of the checkpoint's tree is missing");
            std::vector<Hash> hashes(width);
            for (unsigned i = 0; i < width; ++i) {
                std::copy_n(bytes->begin() + i * static_cast<long>(sizeof(Hash)), sizeof(Hash), hashes[i].begin());
            }
            return hashes;
        };
        merkle::TreeView view(tiles, contents_.checkpoint.size);
        std::vector<std::uint64_t> leaves;
        leaves.reserve(contents_.positions.size());
        for (const auto position : contents_.positions) leaves.push_back(position.value);
        archive_.begin("tree.txt");
        merkle::other_ranges(contents_.checkpoint.size, leaves, [&](std::uint64_t from, unsigned height) {
            archive_.write(std::to_string(from) + " " + std::to_string(from + (std::uint64_t{1} << height)) + " " +
                           hex(view.node(height, from >> height)) + "\n");
        });
        archive_.end();
    }

    void index() {
        archive_.begin("index.html");
        archive_.write(contents_.index_head);
        for_each([&](const Stored& stored) {
            archive_.write(contents_.index_row(stored, shown_[stored.record.position.value]));
        });
        archive_.write(contents_.index_foot);
        archive_.end();
    }

    std::string manifest() const {
        const auto& checkpoint = contents_.checkpoint;
        std::string text = std::string(kManifestTitle) + "\norigin " + log_.origin(Ledger::main) + "\nscope " +
                           contents_.scope + "\nsize " + std::to_string(checkpoint.size) + "\nroot " +
                           hex(checkpoint.root) + "\nsimulated " + (contents_.simulated ? "yes" : "no") + "\n";
        for (const auto& subject : contents_.complete_subjects) {
            const auto all = log_.subject_positions(Ledger::main, subject);
            const auto below = std::lower_bound(all.begin(), all.end(), Position{checkpoint.size}) - all.begin();
            text += "subject " + subject.str() + " " + std::to_string(below) + "\n";
        }
        for (const auto& [name, count] : streams_) {
            const auto all = log_.stream_positions(Ledger::main, Stream::parse(name).value());
            const auto below = std::lower_bound(all.begin(), all.end(), Position{checkpoint.size}) - all.begin();
            if (count == static_cast<std::uint64_t>(below)) {
                text += "stream " + name + " " + std::to_string(count) + "\n";
            }
        }
        for (const auto& member : archive_.members()) {
            text += "file " + hex(member.digest) + " " + std::to_string(member.size) + " " + member.name + "\n";
        }
        return text;
    }

    const Log& log_;
    const Contents& contents_;
    const Progress& progress_;
    ArchiveWriter archive_;
    Written written_;
    std::map<std::string, std::uint64_t> streams_;
    std::map<std::uint64_t, std::vector<bool>> shown_;
};

}  // namespace

Written write_package(const Log& log, const Contents& contents, const Sign& sign, const std::filesystem::path& file,
                      const Progress& progress) {
    const auto& positions = contents.positions;
    if (!std::is_sorted(positions.begin(), positions.end()) ||
        std::adjacent_find(positions.begin(), positions.end()) != positions.end() ||
        (!positions.empty() && positions.back().value >= contents.checkpoint.size)) {
        throw std::logic_error("the positions of a package rise and lie below its checkpoint");
    }
    return Writing(log, contents, file, progress).write(sign);
}

}  // namespace minhbach::events::package
