// The command line: options, help, and errors that name the nearest thing that exists.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"
#include "analyzer/support/nearest.h"
#include "analyzer/support/version.h"

namespace tfscope {
namespace {

constexpr const char* kDescription =
    "Finds variable mistakes in TensorFlow 1 code by evaluating it, without running TensorFlow or Python:\n"
    "variables created twice, shared by mistake, renamed, or missing from a collection.";

constexpr const char* kFooter =
    "Examples:\n"
    "  tfscope check                 check all Python files below this folder\n"
    "  tfscope check train.py        check one program and what it imports\n"
    "  tfscope inventory train.py    list the variables that running train.py creates\n"
    "  tfscope rule TFV101           explain a rule\n"
    "\n"
    "Exit codes: 0 no problems, 1 problems found, 2 wrong usage or internal error.";

constexpr const char* kCheckFooter =
    "Examples:\n"
    "  tfscope check --select TFV1,TFV201 models train.py\n"
    "  tfscope check --output-format json -o findings.json\n"
    "  git show HEAD:model.py | tfscope check --stdin-filename model.py -\n"
    "  tfscope check train.py -- --batch_size 32     (what follows `--` is sys.argv)\n"
    "\n"
    "A comment silences a line: `# noqa: TFV201`, or `# tfscope: ignore[TFV201]` on the line above;\n"
    "`# tfscope: ignore-file` silences a file.";

struct CommandLine {
  CLI::App app{kDescription, "tfscope"};
  CLI::App* check = nullptr;
  CLI::App* inventory = nullptr;
  CLI::App* rule = nullptr;
  CLI::App* config = nullptr;
  CLI::App* version = nullptr;
  CLI::App* help = nullptr;
  CheckOptions check_options;
  InventoryOptions inventory_options;
  RuleOptions rule_options;
  ConfigOptions config_options;
  std::string version_format = "text";
  std::string help_command;
  bool show_version = false;
  bool tree = false;
};

/// A list option: separated by commas, repeatable, one argument at a time.
template <typename T>
void AddList(CLI::App* command, const std::string& name, std::vector<T>& list, const std::string& description) {
  command->add_option(name, list, description)->delimiter(',')->allow_extra_args(false)->type_name("LIST");
}

/// A flag that configuration files have, too, and one that takes it back.
void AddSwitch(CLI::App* command, const std::string& name, std::optional<bool>& value, const std::string& description) {
  command->add_flag_callback(
      "--" + name, [&value] { value = true; }, description);
  command->add_flag_callback(
      "--no-" + name, [&value] { value = false; }, "Not so");
}

void AddFormat(CLI::App* command, std::string& format, const std::string& choices) {
  command->add_option("--output-format,--format", format, "Format of the output: " + choices)->type_name("FORMAT");
}

CLI::Validator IsNumber() {
  const auto complaint = [](std::string& text) {
    uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number ? std::string() : fmt::format("`{}` is no number that is not negative", Printable(text));
  };
  return CLI::Validator(complaint, "");
}

CLI::Validator IsAssignment() {
  const auto complaint = [](std::string& text) {
    const size_t equals = text.find('=');
    const bool is_assignment = equals != std::string::npos && equals > 0;
    return is_assignment ? std::string() : fmt::format("`{}` is no NAME=VALUE", Printable(text));
  };
  return CLI::Validator(complaint, "");
}

CLI::Validator IsFolder() {
  const auto complaint = [](std::string& text) {
    std::error_code error;
    return std::filesystem::is_directory(text, error) ? std::string()
                                                      : fmt::format("{}: no such folder", Printable(text));
  };
  return CLI::Validator(complaint, "");
}

void AddCommon(CLI::App* command, CommonOptions& options) {
  command->add_option("-o,--output-file", options.output, "Write to this file instead of standard output")
      ->type_name("FILE");
  command->add_option("--search-path", options.search_path, "Look imports up in this folder, too (repeatable)")
      ->check(IsFolder())
      ->allow_extra_args(false)
      ->type_name("DIR");
  command
      ->add_option("--library-models", options.library_models,
                   "Models of libraries in this folder come before tfscope's own (repeatable)")
      ->check(IsFolder())
      ->allow_extra_args(false)
      ->type_name("DIR");
  command->add_option("--stdin-filename", options.stdin_filename, "Name of the program on standard input (path `-`)")
      ->type_name("FILE");
  command->add_option("--color", options.color, "Colour the output: auto, always, never")->type_name("WHEN");
  command->add_option("--dump", options.dump, "Print what a stage makes of the program: syntax, code, trace, events")
      ->type_name("STAGE");
  command->add_option("--max-instructions", options.max_instructions, "How much of a program is evaluated at most")
      ->check(IsNumber())
      ->type_name("N");
  command->add_option("--flag", options.flags, "NAME=VALUE of a flag or option that the program defines (repeatable)")
      ->check(IsAssignment())
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
  command->add_option("--config", options.config, "A configuration file, or a setting `key = value` (repeatable)")
      ->allow_extra_args(false)
      ->type_name("FILE");
  command->add_flag("--isolated", options.isolated, "Read no configuration file");
  command->add_flag("--no-cache", options.no_cache, "Neither read nor write results of earlier runs");
  command->add_option("--cache-dir", options.cache_dir, "Keep results for later runs in this folder")->type_name("DIR");
  command->add_flag("-q,--quiet", options.quiet, "Print the result and nothing about it");
}

std::vector<std::string> CheckFormats() {
  std::vector<std::string> names;
  for (const FindingFormat& format : FindingFormats()) names.emplace_back(format.name);
  return names;
}

void DeclareCheck(CommandLine& line) {
  CheckOptions& options = line.check_options;
  line.check = line.app.add_subcommand("check", "Find mistakes in files and folders");
  line.check->add_option("PATH", options.paths, "Files (.py, .ipynb, .md, .rst), folders, or - for standard input")
      ->default_str(".");
  AddFormat(line.check, options.format, fmt::format("{}", fmt::join(CheckFormats(), ", ")));
  AddList(line.check, "--select", options.selection.select, "Only these rules: codes, prefixes of codes, names, ALL");
  AddList(line.check, "--ignore", options.selection.ignore, "Without these rules");
  AddList(line.check, "--extend-select", options.selection.extend_select, "These rules in addition");
  AddList(line.check, "--per-file-ignores", options.per_file_ignores, "Without a rule in some files: `tests/*:TFV2`");
  AddList(line.check, "--exclude", options.exclude, "Not these files and folders, in place of the default list");
  AddList(line.check, "--extend-exclude", options.extend_exclude, "Not these files and folders either");
  AddSwitch(line.check, "force-exclude", options.force_exclude, "Skip excluded files even if they are named");
  AddSwitch(line.check, "respect-gitignore", options.respect_gitignore, "Skip what .gitignore and .ignore name");
  line.check->add_option("--baseline", options.baseline, "Leave out the findings that this file knows")
      ->type_name("FILE");
  line.check->add_option("--write-baseline", options.write_baseline, "Write all findings to such a file")
      ->type_name("FILE");
  line.check->add_option("--fail-on", options.fail_on, "Least severity that gives exit code 1: error, warning")
      ->type_name("SEVERITY");
  line.check->add_flag("--exit-zero", options.exit_zero, "Give exit code 0 also with findings");
  line.check->add_flag("--show-files", options.show_files, "List the files that would be checked");
  line.check->add_flag("--show-settings", options.show_settings, "Print the settings that hold for the first path");
  line.check->add_flag("--statistics", options.statistics, "Count the findings of each rule instead");
  line.check->add_flag("--show-possible", options.show_possible, "Report also what depends on unknown values");
  line.check->add_flag("--show-unmodelled", options.show_unmodelled,
                       "List called TensorFlow functions without a model");
  AddCommon(line.check, options);
  line.check->footer(kCheckFooter);
}

void DeclareInventory(CommandLine& line) {
  InventoryOptions& options = line.inventory_options;
  options.format = "table";
  line.inventory = line.app.add_subcommand("inventory", "List the variables that running a program creates");
  line.inventory->add_option("FILE", options.file, "The program (.py, .ipynb, .md, .rst), or - for standard input")
      ->required();
  AddFormat(line.inventory, options.format, "table, tree, json");
  line.inventory->add_flag("--tree", line.tree, "Print a tree of scopes, as --output-format tree")
      ->excludes("--output-format");
  CLI::Option* entry =
      line.inventory->add_option("--entry", options.entry, "Call this function, class or Class.method of FILE instead")
          ->type_name("FUNC");
  line.inventory
      ->add_option("--arg", options.entry_arguments,
                   "An argument of it: a Python literal, or a placeholder like float32[8,?,3] (repeatable)")
      ->needs(entry)
      ->check(IsAssignment())
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
  line.inventory->add_option("--filter", options.filter, "Only variables whose names match")->type_name("REGEX");
  AddCommon(line.inventory, options);
  line.inventory->footer("Example:\n  tfscope inventory --filter 'conv.*kernel' train.py -- --mode=eval");
}

void Declare(CommandLine& line) {
  line.app.footer(kFooter);
  line.app.require_subcommand(0, 1);
  line.app.add_flag("-V,--version", line.show_version, "Print the version");
  DeclareCheck(line);
  DeclareInventory(line);
  line.rule = line.app.add_subcommand("rule", "Explain a rule, or list all rules");
  line.rule->add_option("RULE", line.rule_options.rule, "Code or name of a rule");
  line.rule->add_flag("--all", line.rule_options.all, "Explain all rules");
  AddFormat(line.rule, line.rule_options.format = "text", "text, json");
  line.config = line.app.add_subcommand("config", "List the keys of configuration files, or explain one");
  line.config->add_option("KEY", line.config_options.key, "Key of the configuration");
  line.config->add_flag("--schema", line.config_options.schema, "Print the JSON schema of configuration files");
  line.version = line.app.add_subcommand("version", "Print the version");
  AddFormat(line.version, line.version_format, "text, json");
  line.help = line.app.add_subcommand("help", "Print the help of a command");
  line.help->add_option("COMMAND", line.help_command, "The command");
  // Unknown arguments are collected, so that the complaint can name what was meant.
  line.app.allow_extras();
  for (CLI::App* command : line.app.get_subcommands({})) command->allow_extras();
}

std::vector<std::string> OptionNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

std::string DidYouMean(std::string_view name, std::span<const std::string> known, std::string_view command) {
  const std::string nearest = NearestName(name, known);
  return nearest.empty() ? fmt::format("; see `tfscope{} --help`", command)
                         : fmt::format(", did you mean `{}`?", nearest);
}

/// What is wrong with an argument that looks like an option.
std::string UnknownOption(const std::string& name, const CLI::App& owner, const std::string& suffix) {
  const std::vector<std::string> known = OptionNames(owner);
  // It stood before the command.
  if (std::ranges::find(known, name) != known.end()) {
    return fmt::format("`{}` belongs behind the command, as in `tfscope{} {}`", name, suffix, name);
  }
  return fmt::format("unknown option `{}`{}", name, DidYouMean(name, known, suffix));
}

std::string UnknownCommand(const std::string& name, const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* known : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(known->get_name());
  }
  return fmt::format("unknown command `{}`{}", Printable(name), DidYouMean(name, names, ""));
}

/// Complains about arguments that no command takes; true if there are some.
bool HasExtras(const CLI::App& app, const CLI::App* command) {
  const CLI::App& owner = command == nullptr ? app : *command;
  std::vector<std::string> extras = owner.remaining();
  if (extras.empty()) extras = app.remaining();
  if (extras.empty()) return false;
  const std::string text = Printable(extras.front());
  const std::string suffix = command == nullptr ? "" : " " + command->get_name();
  std::error_code error;
  if (text.size() > 1 && text.front() == '-') {
    Complain(UnknownOption(text.substr(0, text.find('=')), owner, suffix));
  } else if (command != nullptr) {
    Complain(fmt::format("unexpected argument `{}`; see `tfscope{} --help`", text, suffix));
  } else if (std::filesystem::exists(extras.front(), error)) {
    Complain(fmt::format("unknown command `{}`, did you mean `tfscope check {}`?", text, text));
  } else {
    Complain(UnknownCommand(extras.front(), app));
  }
  return true;
}

/// Complains unless `value` is one of `choices`.
bool IsOneOf(std::string_view option, const std::string& value, const std::vector<std::string>& choices) {
  if (std::ranges::find(choices, value) != choices.end()) return true;
  const std::string nearest = NearestName(value, choices);
  Complain(nearest.empty() ? fmt::format("{} `{}` is none of {}", option, Printable(value), fmt::join(choices, ", "))
                           : fmt::format("{} `{}` is unknown, did you mean `{}`?", option, Printable(value), nearest));
  return false;
}

bool AreValid(const CommonOptions& options, const std::vector<std::string>& formats) {
  return (options.format.empty() || IsOneOf("--output-format", options.format, formats)) &&
         IsOneOf("--color", options.color, {"auto", "always", "never"}) &&
         (options.dump.empty() || IsOneOf("--dump", options.dump, {"syntax", "code", "trace", "events"}));
}

int RunHelp(const CommandLine& line) {
  const std::string& name = line.help_command;
  if (name.empty()) return WriteOutput("", line.app.help()) ? kClean : kFailure;
  for (const CLI::App* command : line.app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == name) return WriteOutput("", command->help("tfscope")) ? kClean : kFailure;
  }
  Complain(UnknownCommand(name, line.app));
  return kFailure;
}

int Dispatch(CommandLine& line, std::vector<std::string> program_arguments) {
  if (line.show_version) return RunVersion("text");
  if (line.check->parsed()) {
    CheckOptions& options = line.check_options;
    if (options.paths.empty()) options.paths = {"."};
    options.arguments = std::move(program_arguments);
    const bool valid = AreValid(options, CheckFormats()) &&
                       (options.fail_on.empty() || IsOneOf("--fail-on", options.fail_on, {"error", "warning"}));
    return valid ? RunCheck(options) : kFailure;
  }
  if (line.inventory->parsed()) {
    InventoryOptions& options = line.inventory_options;
    if (line.tree) options.format = "tree";
    options.arguments = std::move(program_arguments);
    return AreValid(options, {"table", "tree", "json"}) ? RunInventory(options) : kFailure;
  }
  if (line.rule->parsed()) {
    return IsOneOf("--output-format", line.rule_options.format, {"text", "json"}) ? RunRule(line.rule_options)
                                                                                  : kFailure;
  }
  if (line.config->parsed()) return RunConfig(line.config_options);
  if (line.version->parsed()) {
    return IsOneOf("--output-format", line.version_format, {"text", "json"}) ? RunVersion(line.version_format)
                                                                             : kFailure;
  }
  if (line.help->parsed()) return RunHelp(line);
  fmt::print(stderr, "{}", line.app.help());
  return kFailure;
}

}  // namespace

int RunCommandLine(int argument_count, const char* const* arguments) {
  // What follows `--` belongs to the program that is evaluated.
  const auto* end = arguments + argument_count;
  const auto* separator = std::find_if(arguments, end, [](const char* text) { return std::string_view(text) == "--"; });
  std::vector<std::string> program_arguments(separator == end ? end : separator + 1, end);

  CommandLine line;
  Declare(line);
  try {
    line.app.parse(static_cast<int>(separator - arguments), arguments);
  } catch (const CLI::Success& request) {  // --help
    return line.app.exit(request) == 0 ? kClean : kFailure;
  } catch (const CLI::ParseError& error) {
    // An unknown option explains a missing argument better than the missing argument does.
    const std::vector<CLI::App*> parsed = line.app.get_subcommands();
    if (!HasExtras(line.app, parsed.empty() ? nullptr : parsed.front())) Complain(Printable(error.what()));
    return kFailure;
  }
  const std::vector<CLI::App*> commands = line.app.get_subcommands();
  if (HasExtras(line.app, commands.empty() ? nullptr : commands.front())) return kFailure;
  return Dispatch(line, std::move(program_arguments));
}

}  // namespace tfscope
