// What a disk would hold if the power went off now: which bytes of which file were synced, and which names of which
// directory. Files themselves lie on the machine's own file system, as they are now.
//
//   * A file keeps what was synced. Of what was written since then any part may be there: bytes within the synced file
//     change sector by sector, bytes after its end are there up to some byte.
//   * A directory keeps the names it had when it was synced, and some of the changes since then, the earlier ones
//     first, as a file system with a journal does; a rename is one change.
//   * What was written before a failed sync stays readable and never reaches the disk, whatever is synced later: that
//     is what Linux does.
//   * A file that was there before anything happened to it is durable.
//
// Not thread-safe: FaultyDisk guards it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace minhbach::events {

class DiskState {
public:
    using Path = std::filesystem::path;

    void add_file(const Path& path) { change(path.parent_path(), {{path, another(false)}}); }
    void add_directory(const Path& path) {
        auto inode = another(true);
        change(path.parent_path(), {{path, std::move(inode)}});
    }
    void write(const Path& path, std::uint64_t offset, std::string_view bytes) {
        inode(path).unsynced.push_back({offset, std::string(bytes), false});
    }
    void resize(const Path& path, std::uint64_t bytes) { inode(path).unsynced.push_back({bytes, {}, true}); }
    void link(const Path& path, const Path& another) {
        inode(path);
        change(another.parent_path(), {{another, names_.at(key(path))}});
    }
    void rename(const Path& from, const Path& to) {
        inode(from);
        change(from.parent_path(), {{from, nullptr}, {to, names_.at(key(from))}});
    }
    void remove(const Path& path) {
        inode(path);
        change(path.parent_path(), {{path, nullptr}});
    }
    void sync(const Path& path) {
        auto& file = inode(path);
        for (const auto& one : file.unsynced) apply(file.durable, one, one.bytes.size());
        file.unsynced.clear();
    }
    void forget_unsynced(const Path& path) { inode(path).unsynced.clear(); }
    const std::string& synced(const Path& path) { return inode(path).durable; }
    void sync_directory(const Path& path) {
        const auto directory = key(path);
        std::erase_if(changes_, [&](const Change& one) {
            if (one.directory != directory) return false;
            for (const auto& [name, inode_of] : one.names) durable_[name] = inode_of;
            return true;
        });
    }
    void flip_bit(const Path& path, std::uint64_t bit) {
        auto& bytes = inode(path).durable;
        bytes.at(bit / 8) = static_cast<char>(bytes.at(bit / 8) ^ (1 << bit % 8));
        put(path, bytes);
    }

    // Puts on the machine's file system what the power cut leaves. Nobody may have one of the files open.
    void cut_power(std::mt19937_64& random) {
        // Nothing is drawn in the order of names: some of them are random.
        std::map<std::string, std::size_t> changed;  // by directory
        for (const auto& one : changes_) ++changed[one.directory];
        std::map<std::string, std::size_t> kept;
        for (const auto& one : changes_) {
            const auto [left, is_first] = kept.try_emplace(one.directory, 0);
            if (is_first) left->second = some_of(changed[one.directory], random);
            if (left->second == 0) continue;
            --left->second;
            for (const auto& [name, inode_of] : one.names) durable_[name] = inode_of;
        }
        changes_.clear();

        std::map<std::uint64_t, Inode*> files;
        for (auto& [name, file] : durable_) {
            if (file) files[file->number] = file.get();
        }
        for (const auto& [number, file] : files) settle(*file, random);
        for (const auto& [name, file] : names_) {
            if (file && (!durable_.contains(name) || !durable_[name])) std::filesystem::remove_all(name);
        }
        std::map<Inode*, std::string> written;
        // A directory sorts before what is in it.
        for (auto& [name, file] : durable_) {
            if (!file) continue;
            if (!std::filesystem::exists(Path(name).parent_path())) {
                file.reset();  // went with its directory
            } else if (file->is_directory) {
                std::filesystem::create_directory(name);
            } else if (const auto [first, is_first] = written.try_emplace(file.get(), name); is_first) {
                put(name, file->durable);
            } else {
                std::filesystem::remove(name);
                std::filesystem::create_hard_link(first->second, name);
            }
        }
        names_ = durable_;
    }

private:
    struct Write {
        std::uint64_t offset;
        std::string bytes;
        bool resizes;
    };
    struct Inode {
        std::uint64_t number;
        bool is_directory = false;
        std::string durable;
        std::vector<Write> unsynced;
    };
    using Names = std::map<std::string, std::shared_ptr<Inode>>;  // null: not there
    struct Change {
        std::string directory;
        Names names;
    };
    static constexpr std::size_t kSectorBytes = 512;

    std::shared_ptr<Inode> another(bool is_directory) {
        return std::make_shared<Inode>(Inode{++inodes_, is_directory, {}, {}});
    }

    static std::string key(const Path& path) {
        auto text = std::filesystem::absolute(path).lexically_normal().string();
        if (text.ends_with('/')) text.pop_back();
        return text;
    }

    Inode& inode(const Path& path) {
        auto& known = names_[key(path)];
        if (!known) {
            known = another(std::filesystem::is_directory(path));
            if (!known->is_directory) {
                std::ifstream file(path, std::ios::binary);
                known->durable.assign(std::istreambuf_iterator<char>(file), {});
            }
            durable_[key(path)] = known;
        }
        return *known;
    }

    void change(const Path& directory, const std::vector<std::pair<Path, std::shared_ptr<Inode>>>& names) {
        Change one{key(directory), {}};
        for (const auto& [path, file] : names) {
            // What stood there before anything was noted of it comes back where the change is lost.
            if (!names_.contains(key(path)) && std::filesystem::exists(path)) inode(path);
            names_[key(path)] = one.names[key(path)] = file;
        }
        changes_.push_back(std::move(one));
    }

    static void apply(std::string& bytes, const Write& write, std::size_t count) {
        if (write.resizes) return bytes.resize(write.offset);
        if (bytes.size() < write.offset + count) bytes.resize(write.offset + count);
        bytes.replace(write.offset, count, write.bytes, 0, count);
    }

    // None, all, or anything between.
    static std::size_t some_of(std::size_t count, std::mt19937_64& random) {
        const auto kind = random() % 4;
        return kind == 0 ? 0 : kind == 1 ? count : static_cast<std::size_t>(random() % (count + 1));
    }

    static void settle(Inode& file, std::mt19937_64& random) {
        auto& bytes = file.durable;
        const auto before = bytes.size();
        std::size_t beyond = 0;  // bytes written after the synced end
        for (const auto& one : file.unsynced) {
            if (!one.resizes && one.offset + one.bytes.size() > before)
                beyond += one.offset + one.bytes.size() - std::max<std::uint64_t>(one.offset, before);
        }
        auto left = some_of(beyond, random);
        for (const auto& one : file.unsynced) {
            if (one.resizes) {
                if (random() % 2 == 0) apply(bytes, one, 0);
                continue;
            }
            for (std::size_t at = 0; at < one.bytes.size();) {
                const auto offset = one.offset + at;
                auto count = std::min(kSectorBytes - offset % kSectorBytes, one.bytes.size() - at);
                if (offset < before) {
                    if (random() % 2 == 0) apply(bytes, {offset, one.bytes.substr(at, count), false}, count);
                } else if (left > 0) {
                    const auto kept = std::min(count, left);
                    apply(bytes, {offset, one.bytes.substr(at, kept), false}, kept);
                    left -= kept;
                    if (kept < count) left = 0;
                }
                at += count;
            }
        }
        file.unsynced.clear();
    }

    static void put(const Path& path, const std::string& bytes) {
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << bytes;
        std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    Names names_;    // now
    Names durable_;  // after a power cut
    std::vector<Change> changes_;
    std::uint64_t inodes_ = 0;
};

}  // namespace minhbach::events
