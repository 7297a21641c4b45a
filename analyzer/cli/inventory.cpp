// `tfscope inventory`
#include <algorithm>
#include <regex>

#include <fmt/format.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/configure.h"
#include "analyzer/cli/driver.h"
#include "analyzer/cli/entry_call.h"
#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/evaluator/text_errors.h"
#include "analyzer/reporters/inventory.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

/// The first place that Python could not read or compile, as the error that running the file gives.
std::optional<InventoryError> SyntaxErrorOf(Driver& driver, FileId file) {
  const EventLog log = driver.SyntaxLog(file);
  const std::vector<const SyntaxError*> errors = log.Of<SyntaxError>();
  const SourceFile& source = driver.sources().file(file);
  const bool is_python_file = source.cells.empty() && source.line_numbers.empty();
  LineColumn begin;
  if (!errors.empty()) begin = driver.sources().Begin(errors.front()->span);
  if (is_python_file && log.Of<LimitReached>().empty()) {
    if (const auto error = ErrorOfFile(driver.program(), source.id)) {
      const auto line = static_cast<uint32_t>(error->line);
      const uint32_t column = !errors.empty() && begin.line == line ? begin.column : 1;
      const std::string name = std::filesystem::path(source.display_path).filename().string();
      return InventoryError{error->type,
                            fmt::format("{} ({}, line {})", error->message, name, line),
                            {source.display_path, line, column, {}}};
    }
  }
  if (errors.empty()) return std::nullopt;
  const CellLine place = PlaceInCell(source, begin.line);
  return InventoryError{
      "SyntaxError", errors.front()->message, {source.display_path, place.line, begin.column, place.cell}};
}

Inventory InventoryOf(Driver& driver, const Root& root) {
  const std::string& file = driver.sources().file(root.file).display_path;
  std::optional<InventoryError> syntax_error = SyntaxErrorOf(driver, root.file);
  if (syntax_error.has_value()) {  // Python runs nothing of such a file
    Inventory inventory;
    inventory.file = file;
    inventory.graphs.emplace_back();
    inventory.error = std::move(syntax_error);
    return inventory;
  }
  const std::vector<EventLog> logs = driver.Evaluate(root, Mode::kInventory);
  return MakeInventory(file, logs.front(), driver.program().stacks(), driver.sources());
}

/// The inventory of calling something of a file; nothing, after a complaint, if it cannot be called so.
std::optional<Inventory> InventoryOfEntry(Driver& driver, const Root& root, const InventoryOptions& options) {
  if (SyntaxErrorOf(driver, root.file)) return InventoryOf(driver, root);
  const auto program = EntryProgram(driver, root, options.entry, options.entry_arguments, MissingArgument::kRefused);
  if (!program) {
    Complain(program.error());
    return std::nullopt;
  }
  const std::vector<EventLog> logs = driver.Evaluate(*program, Mode::kInventory);
  if (const auto failure = EntryFailure(driver, logs.front())) {
    Complain(fmt::format("--entry {}: {}", Printable(options.entry), *failure));
    return std::nullopt;
  }
  return MakeInventory(driver.sources().file(root.file).display_path, logs.front(), driver.program().stacks(),
                       driver.sources());
}

std::string Render(const Inventory& inventory, const InventoryOptions& options) {
  if (options.format == "json") return RenderInventoryJson(inventory);
  const Style style(UseColor(options));
  return options.format == "tree" ? RenderInventoryTree(inventory, style) : RenderInventoryTable(inventory, style);
}

/// Several programs of one document: a list in JSON, paragraphs in text.
std::string RenderAll(const std::vector<Inventory>& inventories, const InventoryOptions& options) {
  if (inventories.size() == 1) return Render(inventories.front(), options);
  const bool json = options.format == "json";
  std::string text;
  for (size_t index = 0; index < inventories.size(); ++index) {
    std::string part = Render(inventories[index], options);
    if (json) {
      part.pop_back();
      text += (index == 0 ? "[\n" : ",\n") + part;
    } else {
      text += fmt::format("{}program {} of {}\n{}", index == 0 ? "" : "\n", index + 1,
                          Printable(inventories[index].file), part);
    }
  }
  return json ? text + "\n]\n" : text;
}

int MakeAll(const InventoryOptions& options, const std::optional<std::regex>& pattern, const Discovery& discovery) {
  Driver driver(options);
  const std::vector<Root> roots = driver.Load(discovery);
  if (driver.failed()) return kFailure;
  if (roots.empty()) {
    Complain(fmt::format("{}: holds no Python program", Printable(options.file)));
    return kFailure;
  }
  if (!options.entry.empty() && roots.front().path.extension() != ".py") {
    Complain(fmt::format("--entry: {} is no Python file", Printable(options.file)));
    return kFailure;
  }
  std::vector<Inventory> inventories;
  for (const Root& root : roots) {
    std::optional<Inventory> inventory =
        options.entry.empty() ? InventoryOf(driver, root) : InventoryOfEntry(driver, root, options);
    if (!inventory) return kFailure;
    inventories.push_back(std::move(*inventory));
    if (pattern.has_value()) FilterInventory(inventories.back(), *pattern);
  }
  driver.WarnOfUnusedFlags();
  const bool written = WriteOutput(options.output, RenderAll(inventories, options));
  return written && !driver.failed() ? kClean : kFailure;
}

}  // namespace

int RunInventory(const InventoryOptions& given) {
  if (!given.dump.empty()) return RunDump(given, {given.file}, true);
  std::optional<std::regex> pattern;
  try {
    if (!given.filter.empty()) pattern.emplace(given.filter, std::regex::ECMAScript);
  } catch (const std::regex_error& error) {
    Complain(fmt::format("--filter: `{}` is no regular expression", Printable(given.filter)));
    return kFailure;
  }
  Configuration configuration(ConfigurationOptionsOf(static_cast<const CommonOptions&>(given)));
  const auto settings = configuration.ForFolder({});
  if (!settings) {
    Complain(settings.error());
    return kFailure;
  }
  InventoryOptions options = given;
  Complete(options, **settings);
  const auto discovery = Discover({options.file}, configuration, options.stdin_filename);
  if (!discovery) {
    Complain(discovery.error());
    return kFailure;
  }
  if (!discovery->folders.empty()) {
    Complain(fmt::format("{}: is a folder; inventory takes one program", Printable(options.file)));
    return kFailure;
  }
  int exit_code = kFailure;
  RunOnBigStack([&] { exit_code = MakeAll(options, pattern, *discovery); });
  return exit_code;
}

}  // namespace tfscope
