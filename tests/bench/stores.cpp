// What keeping rows of plans costs in the file that `status` uses, and in SQLite.
// usage: perfplan_bench_stores DIRECTORY COUNT; prints milliseconds, the least of some rounds.
#include "base/digest.hpp"
#include "model/plan_ref.hpp"
#include "store/plan_cache.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <sys/stat.h>

using namespace perfplan;
using namespace perfplan::commands;

namespace {

constexpr int rounds = 9;
constexpr std::size_t row_size = 600;  ///< bytes, as of the plans of tests/bench/generate

double least_milliseconds(const std::function<void()>& work) {
    double least = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const double took =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
        least = i == 0 ? took : std::min(least, took);
    }
    return least;
}

[[noreturn]] void give_up(const std::string& what) {
    std::fprintf(stderr, "error: %s\n", what.c_str());
    std::exit(1);
}

std::string_view as_text(const std::array<std::uint8_t, 16>& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

struct Row {
    PlanRef ref;
    FilesState state;
    std::string value;
};

std::vector<Row> rows(int count) {
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        FilesState state;
        for (std::size_t j = 0; j < state.digest.size(); ++j) {
            state.digest[j] = static_cast<std::uint8_t>(static_cast<std::size_t>(i) * 31 + j);
        }
        std::string value(row_size, static_cast<char>('a' + i % 26));
        const auto ref = parse_plan_ref("rep-" + std::to_string(i) + "/2026-q4");
        rows.push_back({*ref, state, std::move(value)});
    }
    return rows;
}

// ---- the file

Tree tree_in(const std::string& directory) {
    ::mkdir(directory.c_str(), 0700);
    std::ofstream(directory + "/perfplan.yaml") << "format: 1\n";
    auto tree = Tree::open({directory, TreeLocation::Search::here});
    if (!tree) {
        give_up("no tree in " + directory);
    }
    return *std::move(tree);
}

PlanCache file_of(const Tree& tree) {
    return PlanCache::open(tree, "bench", "", "");
}

void write_file(const Tree& tree, const std::vector<Row>& rows) {
    std::vector<CachedValue> values;
    for (const Row& row : rows) {
        values.push_back({row.ref, row.state, row.value});
    }
    file_of(tree).replace(values);
}

std::size_t read_file(const Tree& tree, const std::vector<Row>& rows) {
    const PlanCache cache = file_of(tree);
    std::size_t found = 0;
    for (const Row& row : rows) {
        found += cache.find(row.ref, row.state) ? 1U : 0U;
    }
    return found;
}

/// As `status` does after one plan has changed.
void change_one_in_file(const Tree& tree, const std::vector<Row>& rows) {
    const PlanCache cache = file_of(tree);
    std::vector<CachedValue> values{{rows[0].ref, rows[0].state, rows[0].value}};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (const auto value = cache.find(rows[i].ref, rows[i].state)) {
            values.push_back({rows[i].ref, rows[i].state, *value});
        }
    }
    cache.replace(values);
}

// ---- SQLite, with all that makes it fast where losing the file loses nothing

class Database {
public:
    explicit Database(const std::string& path) {
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) {
            give_up(sqlite3_errmsg(database_));
        }
        run("pragma journal_mode = wal; pragma synchronous = off; pragma mmap_size = 1073741824;");
        run("create table if not exists rows (ref text primary key, state blob, value blob, "
            "proof blob) "
            "without rowid;");
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sqlite3_close(database_); }

    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            give_up(sqlite3_errmsg(database_));
        }
    }
    sqlite3_stmt* prepared(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) {
            give_up(sqlite3_errmsg(database_));
        }
        return statement;
    }

private:
    sqlite3* database_ = nullptr;
};

void write_database(const std::string& path, const std::vector<Row>& rows, std::size_t count) {
    Database database(path);
    database.run("begin");
    sqlite3_stmt* insert = database.prepared("insert or replace into rows values (?, ?, ?, ?)");
    for (std::size_t i = 0; i < count; ++i) {
        const std::string ref = to_string(rows[i].ref);
        const auto& digest = rows[i].state.digest;
        sqlite3_bind_text(insert, 1, ref.data(), static_cast<int>(ref.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 2, digest.data(), static_cast<int>(digest.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, rows[i].value.data(), static_cast<int>(rows[i].value.size()),
                          SQLITE_STATIC);
        const auto proof = quick_digest(rows[i].value);
        sqlite3_bind_blob(insert, 4, proof.data(), static_cast<int>(proof.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) {
            give_up("a row can't be written");
        }
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    database.run("commit");
}

/// All in one statement, which comes in the order of the names: quicker than to ask for each.
std::size_t read_database(const std::string& path, const std::vector<Row>& rows) {
    Database database(path);
    sqlite3_stmt* select = database.prepared("select ref, state, value, proof from rows");
    std::map<std::string, std::string> states;
    const auto bytes = [&](int column) {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(select, column));
        return std::string_view(data,
                                static_cast<std::size_t>(sqlite3_column_bytes(select, column)));
    };
    while (sqlite3_step(select) == SQLITE_ROW) {
        // as of the file: what is damaged counts as absent
        if (as_text(quick_digest(bytes(2))) == bytes(3)) {
            states.emplace_hint(states.end(), bytes(0), bytes(1));
        }
    }
    sqlite3_finalize(select);
    std::size_t found = 0;
    for (const Row& row : rows) {
        const auto there = states.find(to_string(row.ref));
        found += there != states.end() && there->second == as_text(row.state.digest) ? 1U : 0U;
    }
    return found;
}

void tell(const char* what, double file, double database) {
    std::printf("%-28s %10.2f ms %10.2f ms   %5.2f\n", what, file, database, database / file);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        give_up("usage: perfplan_bench_stores DIRECTORY COUNT");
    }
    const std::string directory = argv[1];
    const std::vector<Row> all = rows(std::atoi(argv[2]));
    const Tree tree = tree_in(directory);
    const std::string path = directory + "/rows.sqlite";

    std::printf("%-28s %13s %13s   %5s\n", "", "file", "SQLite", "ratio");
    tell("all rows are new", least_milliseconds([&] { write_file(tree, all); }),
         least_milliseconds([&] {
             std::remove(path.c_str());
             write_database(path, all, all.size());
         }));
    std::size_t found_in_file = 0;
    std::size_t found_in_database = 0;
    tell("all rows are read", least_milliseconds([&] { found_in_file = read_file(tree, all); }),
         least_milliseconds([&] { found_in_database = read_database(path, all); }));
    tell("read, and one row is new", least_milliseconds([&] { change_one_in_file(tree, all); }),
         least_milliseconds([&] {
             read_database(path, all);
             write_database(path, all, 1);
         }));
    struct stat file {};
    struct stat database {};
    ::stat((directory + "/.perfplan/bench").c_str(), &file);
    ::stat(path.c_str(), &database);
    std::printf("%-28s %10.2f MB %10.2f MB\n", "size", static_cast<double>(file.st_size) / 1e6,
                static_cast<double>(database.st_size) / 1e6);
    return found_in_file == all.size() && found_in_database == all.size() ? 0 : 1;
}
