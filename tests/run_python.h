// Runs a Python program in the evaluator and gives what it prints: for tests of the evaluator.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

/// The lines that the first path prints; an uncaught exception is a last line `Type: message`, a spent budget the line
/// `incomplete`.
inline std::string RunPython(std::string_view text, MachineOptions options = {.mode = Mode::kInventory}) {
  SourceManager sources;
  FileId file = sources.Add("program.py", text);
  Program program(sources);
  Machine machine(program, std::move(options));
  const std::vector<EventLog> logs = machine.RunMain(file);
  std::string result;
  for (const std::string& line : logs.at(0).output) result += line + "\n";
  if (logs[0].error) result += logs[0].error->type + ": " + logs[0].error->message + "\n";
  if (!logs[0].complete) result += "incomplete\n";
  return result;
}

}  // namespace tfscope
