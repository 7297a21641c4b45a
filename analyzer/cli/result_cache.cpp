#include "analyzer/cli/result_cache.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/cli/checked_codec.h"
#include "analyzer/configuration/read_file.h"
#include "analyzer/support/hash.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr size_t kMaxResults = 100;
constexpr uintmax_t kMaxSize = uintmax_t{64} << 20;

/// What tells this program from another build of it; nothing where the system does not name the file that runs.
std::optional<Json> RunningProgram() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  const auto time = fs::last_write_time(program, error).time_since_epoch().count();
  const uintmax_t size = fs::file_size(program, error);
  if (error) return std::nullopt;
  return Json{kVersion, size, time};
}

Json Texts(const std::vector<fs::path>& paths) {
  Json texts = Json::array();
  for (const fs::path& path : paths) texts.push_back(path.string());
  return texts;
}

/// A program, without the content of its file: the disk is asked for that.
Json QuestionOf(const Root& root, const Driver& driver) {
  const SourceFile& file = driver.sources().file(root.file);
  Json json = {root.file, file.path, root.path.string(), Texts(driver.SearchPath(root)), root.entry};
  if (root.arguments) json.push_back(*root.arguments);
  if (!file.path.starts_with('/')) json.push_back(HashOf(file.text));
  return json;
}

std::optional<Json> QuestionOf(const CheckOptions& options, const std::vector<Root>& roots,
                               const std::vector<Root>& entries, const Driver& driver) {
  std::optional<Json> program = RunningProgram();
  if (!program) return std::nullopt;
  std::error_code error;
  Json programs = Json::array();
  for (const Root& root : roots) programs.push_back(QuestionOf(root, driver));
  for (const Root& entry : entries) programs.push_back(QuestionOf(entry, driver));
  return Json{std::move(*program),      fs::current_path(error).string(), options.flags,      options.arguments,
              options.max_instructions, Texts(options.library_models),    std::move(programs)};
}

template <typename T>
void Put(Json& json, const char* key, const std::optional<T>& value) {
  if (value) json[key] = *value;
}

template <typename T>
void Get(const Json& json, const char* key, std::optional<T>& value) {
  if (json.contains(key)) value = json[key].get<T>();
}

/// By folder and name.
Json EncodeFacts(const std::unordered_map<std::string, FileFacts>& facts_of) {
  Json folders = Json::object();
  for (const auto& [path, facts] : facts_of) {
    Json json = Json::object();
    Put(json, "kind", facts.kind);
    Put(json, "link", facts.is_link);
    Put(json, "size", facts.size);
    Put(json, "content", facts.content);
    Put(json, "names", facts.names);
    const size_t slash = path.rfind('/') + 1;
    folders[path.substr(0, slash)][path.substr(slash)] = std::move(json);
  }
  return folders;
}

FileFacts DecodeFacts(const Json& json) {
  FileFacts facts;
  Get(json, "kind", facts.kind);
  Get(json, "link", facts.is_link);
  Get(json, "size", facts.size);
  Get(json, "content", facts.content);
  Get(json, "names", facts.names);
  return facts;
}

bool AllHold(const Json& folders, FileSystem& disk) {
  for (const auto& [folder, names] : folders.items()) {
    for (const auto& [name, facts] : names.items()) {
      if (!disk.Holds(folder + name, DecodeFacts(facts))) return false;
    }
  }
  return true;
}

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// A folder that version control leaves alone, wherever it lies.
bool MakeFolder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return true;
  if (!fs::create_directories(folder, error)) return false;
  std::ofstream(folder / ".gitignore") << "*\n";
  return true;
}

void DropOldest(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> results;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".json") results.emplace_back(entry->last_write_time(ignored), entry->path());
  }
  if (results.size() <= kMaxResults) return;
  std::ranges::sort(results);
  for (size_t index = 0; index < results.size() - kMaxResults; ++index) fs::remove(results[index].second, error);
}

/// Nobody sees half of a file.
void WriteWhole(const fs::path& file, const std::string& text) {
  const fs::path draft = file.native() + fmt::format(".{}", getpid());
  std::error_code error;
  {
    std::ofstream stream(draft, std::ios::binary);
    stream << text;
    if (!stream.flush()) {
      fs::remove(draft, error);
      return;
    }
  }
  fs::rename(draft, file, error);
  if (error) fs::remove(draft, error);
}

}  // namespace

fs::path CacheFolder(const CommonOptions& options) {
  std::error_code error;
  if (!options.cache_dir.empty()) return fs::absolute(options.cache_dir, error);
  if (const std::string named = Variable("TFSCOPE_CACHE_DIR"); !named.empty()) return fs::absolute(named, error);
  if (const std::string caches = Variable("XDG_CACHE_HOME"); caches.starts_with('/')) {
    return fs::path(caches) / "tfscope" / "check";
  }
  const std::string home = Variable("HOME");
  return home.starts_with('/') && fs::is_directory(home, error) ? fs::path(home) / ".cache" / "tfscope" / "check"
                                                                : fs::path();
}

ResultCache::ResultCache(const CheckOptions& options, const Discovery& discovery, const std::vector<Root>& roots,
                         const std::vector<Root>& entries, Driver& driver)
    : driver_(driver), known_files_(driver.sources().size()) {
  const bool is_piped =
      std::ranges::find(discovery.inputs, InputKind::kStandardInput, &Input::kind) != discovery.inputs.end();
  const fs::path folder = CacheFolder(options);
  if (options.no_cache || is_piped || folder.empty()) return;
  const auto question = QuestionOf(options, roots, entries, driver);
  if (!question) return;
  const std::string text = question->dump(-1, ' ', false, Json::error_handler_t::ignore);
  file_ = folder / fmt::format("{:016x}.json", HashOf(text));
}

std::optional<Checked> ResultCache::Find() const {
  if (file_.empty()) return std::nullopt;
  const auto text = ReadSmallFile(file_, kMaxSize);
  if (!text) return std::nullopt;
  try {
    const Json json = Json::parse(*text);
    if (!AllHold(json.at("disk"), driver_.sources().disk())) return std::nullopt;
    std::optional<Checked> checked = CheckedCodec(driver_, known_files_).Decode(json.at("result"));
    std::error_code error;
    if (checked) fs::last_write_time(file_, fs::file_time_type::clock::now(), error);
    return checked;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

void ResultCache::Keep(const Checked& checked) const {
  const auto* facts = driver_.sources().disk().facts();
  if (file_.empty() || driver_.failed() || facts == nullptr) return;
  const auto result = CheckedCodec(driver_, known_files_).Encode(checked);
  if (!result || !MakeFolder(file_.parent_path())) return;
  try {
    WriteWhole(file_, Json{{"disk", EncodeFacts(*facts)}, {"result", *result}}.dump());
  } catch (const Json::exception&) {  // a path that is no UTF-8
    return;
  }
  DropOldest(file_.parent_path());
}

}  // namespace tfscope
