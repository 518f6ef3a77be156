// How fast the rows of a store can be read at all, front to back: what a rebuild is compared with.
//
//   raw_iterate --data DIR [--family main.records]... [--rounds N] [--hash]
//
// With --hash every value is hashed as a leaf of a Merkle tree, too, with the nodes above it: the least that verifying
// can cost.
//
// Prints one line of JSON per round. Opens read-only; a server may hold the directory.
#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <openssl/evp.h>
#include <rocksdb/db.h>

namespace {

using Hash = std::array<unsigned char, 32>;

// RFC 6962, of values as they come; only the hashes on the right edge are kept.
class Hasher {
public:
    void add(const rocksdb::Slice& value) {
        Hash hash = digest(0, value.data(), value.size(), nullptr, 0);
        std::size_t height = 0;
        for (; (size_ >> height & 1) != 0; ++height)
            hash = digest(1, edge_[height].data(), hash.size(), hash.data(), hash.size());
        edge_[height] = hash;
        ++size_;
    }

private:
    Hash digest(unsigned char prefix, const void* first, std::size_t first_size, const void* second,
                std::size_t second_size) {
        Hash hash;
        if (EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) != 1 ||
            EVP_DigestUpdate(context_.get(), &prefix, 1) != 1 ||
            EVP_DigestUpdate(context_.get(), first, first_size) != 1 ||
            (second_size > 0 && EVP_DigestUpdate(context_.get(), second, second_size) != 1) ||
            EVP_DigestFinal_ex(context_.get(), hash.data(), nullptr) != 1) {
            throw std::runtime_error("SHA-256 failed");
        }
        return hash;
    }
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm_{EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    std::uint64_t size_ = 0;
    std::array<Hash, 64> edge_{};
};

struct Counted {
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
};

class Store {
public:
    Store(const std::string& directory, std::vector<std::string> families) {
        families.insert(families.begin(), rocksdb::kDefaultColumnFamilyName);
        std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
        for (const auto& name : families) descriptors.emplace_back(name, rocksdb::ColumnFamilyOptions());
        rocksdb::DB* database = nullptr;
        rocksdb::DBOptions options;
        options.track_and_verify_wals_in_manifest = true;  // as the store does; else opening to read would write
        const auto status = rocksdb::DB::OpenForReadOnly(options, directory, descriptors, &handles_, &database);
        if (!status.ok()) throw std::runtime_error("cannot open " + directory + ": " + status.ToString());
        database_.reset(database);
    }
    ~Store() {
        for (auto* handle : handles_) database_->DestroyColumnFamilyHandle(handle);
    }
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // All families but the default one, one after the other.
    Counted iterate(Hasher* hasher) const {
        rocksdb::ReadOptions options;
        options.fill_cache = false;
        options.readahead_size = 2u << 20;
        Counted counted;
        for (std::size_t i = 1; i < handles_.size(); ++i) {
            const std::unique_ptr<rocksdb::Iterator> row(database_->NewIterator(options, handles_[i]));
            for (row->SeekToFirst(); row->Valid(); row->Next()) {
                if (hasher) hasher->add(row->value());
                ++counted.records;
                counted.bytes += row->key().size() + row->value().size();
            }
            if (!row->status().ok()) throw std::runtime_error("read: " + row->status().ToString());
        }
        return counted;
    }

private:
    std::vector<rocksdb::ColumnFamilyHandle*> handles_;
    std::unique_ptr<rocksdb::DB> database_;
};

// A store keeps its RocksDB in log/.
std::string rocksdb_directory(const std::filesystem::path& data) {
    return (std::filesystem::exists(data / "log" / "CURRENT") ? data / "log" : data).string();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Reads every row of the named column families of a store");
    std::string data;
    std::vector<std::string> families{"main.records"};
    int rounds = 1;
    bool hash = false;
    app.add_option("--data", data, "a store, or a directory of RocksDB")->required()->check(CLI::ExistingDirectory);
    app.add_option("--family", families, "column families to read")->capture_default_str();
    app.add_option("--rounds", rounds)->capture_default_str()->check(CLI::Range(1, 1000));
    app.add_flag("--hash", hash, "hash every value as a leaf, and the nodes above");
    CLI11_PARSE(app, argc, argv);
    try {
        const Store store(rocksdb_directory(data), families);
        for (int round = 0; round < rounds; ++round) {
            const auto began = std::chrono::steady_clock::now();
            Hasher hasher;
            const Counted counted = store.iterate(hash ? &hasher : nullptr);
            const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - began;
            std::cout << "{\"records\":" << counted.records << ",\"bytes\":" << counted.bytes
                      << ",\"seconds\":" << elapsed.count()
                      << ",\"recordsPerSecond\":" << static_cast<double>(counted.records) / elapsed.count() << "}"
                      << std::endl;
        }
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "raw_iterate: " << failure.what() << "\n";
        return 1;
    }
}
