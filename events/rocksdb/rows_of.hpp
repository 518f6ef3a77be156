// Which rows follow from a record: the same for the writer of a log and for whatever builds a store from records.
#pragma once

#include <rocksdb/write_batch.h>

#include <string_view>

#include "events/merkle/tree.hpp"
#include "events/rocksdb/engine.hpp"

namespace minhbach::events {

// The record, its payload and its rows in the indices of ids, streams, subjects and actors.
void put_rows_of(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Record& record,
                 std::string_view bytes, std::string_view payload);
void put_append(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Hash& key_hash,
                const FirstAndCount& append);
// What the tree has to be stored since the last call.
void put_tiles(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, merkle::Tree& tree);
void put_checkpoint(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Checkpoint& checkpoint);
void put_store_row(rocksdb::WriteBatch& batch, const Engine& engine, std::string_view key, std::string_view value);

}  // namespace minhbach::events
