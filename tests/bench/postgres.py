"""PostgreSQL 15 as an event store of the plainest kind, on the same disk and with the same durability: one table, one
prepared INSERT a transaction, fsync and synchronous_commit on. A cluster of its own, on 127.0.0.1, ended afterwards."""
import os
import re
import shutil
import subprocess

BIN = "/usr/lib/postgresql/15/bin"
TABLE = """
create table events(pos bigserial primary key, stream text not null, id uuid not null default gen_random_uuid(),
  type text not null, at timestamptz not null default clock_timestamp(), data jsonb not null, unique(id));
create index on events(stream, pos);
"""


def as_postgres(*words, **options):
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    return subprocess.run([*prefix, *words], check=True, capture_output=True, text=True, timeout=600, cwd="/",
                          **options)


class Postgres:
    def __init__(self, folder, body, streams):
        if not os.path.exists(BIN + "/initdb"):
            raise RuntimeError("PostgreSQL 15 is not installed (package postgresql-15)")
        self.folder, self.port = folder, 54_329
        os.makedirs(folder)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
            self._open_the_way(folder)
        self.data = os.path.join(folder, "data")
        as_postgres(BIN + "/initdb", "-D", self.data, "--auth=trust", "--encoding=UTF8", "--locale=C")
        settings = (f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
                    "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=300 "
                    "-c shared_buffers=256MB -c max_wal_size=4GB")
        as_postgres(BIN + "/pg_ctl", "-D", self.data, "-w", "-l", os.path.join(folder, "log"), "-o", settings, "start")
        self._psql(TABLE)
        self.script = os.path.join(folder, "insert.sql")
        text = body.replace("'", "''").replace("{n}", "1")
        with open(self.script, "w", encoding="utf-8") as file:
            file.write(f"\\set person random(1, {streams})\n"
                       f"insert into events(stream, type, data) values ('dossier/' || :person, 'comment.recorded', "
                       f"'{text}'::jsonb);\n")
        os.chmod(self.script, 0o644)

    def add_message_store(self, sources, body, streams):
        """Installs message-db into a database of its own, by its own SQL in its own order; a write to it is what its
        clients call: write_message, with the expected version left open."""
        def run(database, *names):
            for name in names:
                with open(os.path.join(sources, name), encoding="utf-8") as file:
                    as_postgres("psql", "-h", "127.0.0.1", "-p", str(self.port), "-d", database, "-q", "-v",
                                "ON_ERROR_STOP=1", input=file.read())
        run("postgres", "roles/message-store.sql")
        self._psql("create database message_store")
        functions = ["message-store-version", "hash-64", "acquire-lock", "category", "is-category", "id",
                     "cardinal-id", "stream-version", "write-message"]
        indexes = ["messages-id", "messages-stream", "messages-category"]
        run("message_store", "schema/message-store.sql", "extensions/pgcrypto.sql", "tables/messages.sql",
            "types/message.sql", *(f"functions/{name}.sql" for name in functions),
            *(f"indexes/{name}.sql" for name in indexes))
        self.messages = os.path.join(self.folder, "message.sql")
        text = body.replace("'", "''").replace("{n}", "1")
        with open(self.messages, "w", encoding="utf-8") as file:
            # A category for each client is its best case: it locks a category until the write is committed.
            file.write(f"\\set person random(1, {streams})\n"
                       "select message_store.write_message(gen_random_uuid()::varchar, 'dossier' || :client_id || '-' "
                       f"|| :person, 'comment.recorded', '{text}'::jsonb);\n")
        os.chmod(self.messages, 0o644)

    @staticmethod
    def _open_the_way(folder):
        """The server runs as another user and must reach its folder."""
        while folder != "/":
            folder = os.path.dirname(folder)
            os.chmod(folder, os.stat(folder).st_mode | 0o011)

    def _psql(self, sql, database="postgres"):
        return as_postgres("psql", "-h", "127.0.0.1", "-p", str(self.port), "-d", database, "-v", "ON_ERROR_STOP=1",
                           "-Atq", "-c", sql).stdout.strip()

    def load(self, connections, seconds):
        return self._load(connections, seconds, self.script, "postgres", "events", ())

    def load_messages(self, connections, seconds):
        return self._load(connections, seconds, self.messages, "message_store", "message_store.messages",
                          ("-c search_path=message_store,public",))

    def _load(self, connections, seconds, script, database, table, options):
        def rows():
            return int(self._psql(f"select count(*) from {table}", database))
        before = rows()
        told = as_postgres("env", f"PGOPTIONS={' '.join(options)}", "pgbench", "-h", "127.0.0.1", "-p",
                           str(self.port), "-n", "-M", "prepared", "-c", str(connections), "-j", "2", "-T",
                           str(max(1, round(seconds))), "-f", script, database).stdout
        rate = float(re.search(r"tps = ([\d.]+)", told).group(1))
        latency = float(re.search(r"latency average = ([\d.]+)", told).group(1))
        done = int(re.search(r"number of transactions actually processed: (\d+)", told).group(1))
        if rows() - before != done:
            raise RuntimeError("PostgreSQL holds another number of rows than pgbench reports")
        return {"requestsPerSecond": rate, "p50Ms": latency, "p99Ms": latency, "averageMs": latency}

    def stop(self):
        as_postgres(BIN + "/pg_ctl", "-D", self.data, "-m", "immediate", "stop")
