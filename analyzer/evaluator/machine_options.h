// What a root is evaluated for, and how far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/frame.h"

namespace tfscope {

/// Whether the machine lints (goes on after a missing API, explores both sides) or predicts one run.
enum class Mode : uint8_t { kCheck, kInventory };

struct Budgets {
  uint64_t instructions = 20'000'000;
  /// Instructions on end that execute no call for the first time in the run: where a graph is built, and where it is
  /// not.
  uint64_t without_new_call_building = UINT64_MAX;
  uint64_t without_new_call = UINT64_MAX;
  /// Instructions on end that neither execute a new call nor make anything to tell: no variable, no error.
  uint64_t without_event = UINT64_MAX;
  uint32_t depth = 900;  ///< frames; CPython's limit of 1000 less what its own start-up uses
  uint32_t paths = 32;
  size_t memory = size_t{256} << 20;
};

struct MachineOptions {
  Mode mode = Mode::kCheck;
  Budgets budgets;
  bool reads_disk = true;                                ///< files and folders are asked for; else there are none
  std::vector<std::string> arguments;                    ///< sys.argv after the file's name
  std::function<void(const Frame&, Instruction)> trace;  ///< told each instruction before it is executed; may be empty
};

}  // namespace tfscope
