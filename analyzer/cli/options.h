// What the command line asks for. Filled by command_line.cpp, read by the commands.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/diagnostics/selection.h"

namespace tfscope {

/// Exit codes, which are a contract.
enum ExitCode : int { kClean = 0, kFindings = 1, kFailure = 2 };

/// What every command that reads programs takes.
struct CommonOptions {
  std::string format;                                 ///< `full`, `concise`, `json`, ...; empty: the configuration says
  std::string output;                                 ///< file to write to; empty: standard output
  std::string color = "auto";                         ///< `auto`, `always`, `never`
  std::string stdin_filename;                         ///< name for what comes from standard input
  std::string dump;                                   ///< `syntax`, `code`, `trace`, `events`; empty: nothing
  std::vector<std::filesystem::path> library_models;  ///< folders of models before the embedded ones
  std::vector<std::filesystem::path> search_path;     ///< folders in which imports are looked up, after the file's own
  std::vector<std::string> config;                    ///< a configuration file, and lines like `key = value`
  std::vector<std::string> arguments;                 ///< sys.argv after the file's name
  std::vector<std::string> flags;                     ///< `name=value` for flags and options of the program
  uint64_t max_instructions = 0;                      ///< budget of one program; 0: the configuration says
  bool quiet = false;
  bool isolated = false;  ///< reads no configuration file
  bool no_cache = false;
  std::string cache_dir;  ///< folder for results of earlier runs; empty: the configuration says, or the user's own
};

/// What stands here as an option stands in configuration files as a key; see `ConfigurationOptionsOf`.
struct CheckOptions : CommonOptions {
  std::vector<std::string> paths;
  SelectionOptions selection;
  std::vector<std::string> per_file_ignores;  ///< `PATTERN:CODE`
  std::vector<std::string> exclude;
  std::vector<std::string> extend_exclude;
  std::optional<bool> force_exclude;
  std::optional<bool> respect_gitignore;
  std::string baseline;        ///< file of known findings; empty: the configuration says
  std::string write_baseline;  ///< where to write all findings to; empty: nowhere
  std::string fail_on;         ///< `error`, `warning`; empty: the configuration says
  bool exit_zero = false;
  bool show_files = false;
  bool show_settings = false;
  bool statistics = false;
  bool show_possible = false;
  bool show_unmodelled = false;
};

struct InventoryOptions : CommonOptions {
  std::string file;
  std::string filter;
  std::string entry;                         ///< what to call instead of running the file
  std::vector<std::string> entry_arguments;  ///< `name=value`
};

struct RuleOptions {
  std::string rule;
  std::string format;
  bool all = false;
};

struct ConfigOptions {
  std::string key;
  bool schema = false;
};

int RunCheck(const CheckOptions& options);
int RunInventory(const InventoryOptions& options);
int RunConfig(const ConfigOptions& options);
int RunRule(const RuleOptions& options);
int RunVersion(const std::string& format);

/// Prints what `options.dump` asks for about `paths`.
int RunDump(const CommonOptions& options, const std::vector<std::string>& paths, bool inventory);

/// Parses the command line and runs the command it names; gives the exit code.
int RunCommandLine(int argument_count, const char* const* arguments);

}  // namespace tfscope
