// `--dump`: what each stage of the analysis makes of a program.
#include <fmt/format.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/configure.h"
#include "analyzer/cli/driver.h"
#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/events_text.h"

namespace tfscope {
namespace {

std::string EventsText(Driver& driver, const Root& root, Mode mode) {
  const std::vector<EventLog> logs = driver.Evaluate(root, mode);
  std::string text;
  for (size_t index = 0; index < logs.size(); ++index) {
    if (logs.size() > 1) text += fmt::format("path {} of {}\n", index + 1, logs.size());
    text += DumpEvents(logs[index], driver.program().stacks(), driver.sources());
  }
  return text;
}

std::string DumpRoot(Driver& driver, const Root& root, std::string_view what, Mode mode) {
  Program& program = driver.program();
  if (what == "syntax") return DumpSyntax(program.Tree(root.file), driver.sources(), program.interner());
  if (what == "code") return DumpCode(program.codes(), program.ModuleCode(root.file), driver.sources());
  if (what == "trace") return driver.Trace(root, mode);
  return EventsText(driver, root, mode);
}

int DumpAll(const CommonOptions& options, const Discovery& discovery, Mode mode) {
  Driver driver(options);
  const std::vector<Root> roots = driver.Load(discovery);
  std::string text;
  for (const Root& root : roots) {
    if (roots.size() > 1) text += fmt::format("==> {} <==\n", Printable(driver.sources().file(root.file).display_path));
    text += DumpRoot(driver, root, options.dump, mode);
  }
  return WriteOutput(options.output, text) && !driver.failed() ? kClean : kFailure;
}

}  // namespace

int RunDump(const CommonOptions& given, const std::vector<std::string>& paths, bool inventory) {
  Configuration configuration{ConfigurationOptionsOf(given)};
  const auto settings = configuration.ForFolder({});
  if (!settings) {
    Complain(settings.error());
    return kFailure;
  }
  CommonOptions options = given;
  Complete(options, **settings);
  const auto discovery = Discover(paths, configuration, options.stdin_filename);
  if (!discovery) {
    Complain(discovery.error());
    return kFailure;
  }
  int exit_code = kFailure;
  RunOnBigStack([&] { exit_code = DumpAll(options, *discovery, inventory ? Mode::kInventory : Mode::kCheck); });
  return exit_code;
}

}  // namespace tfscope
