// The families of str methods.
#pragma once

#include "analyzer/evaluator/machine.h"

namespace tfscope {

void InstallStrSearch(Machine& machine);
void InstallStrCase(Machine& machine);

}  // namespace tfscope
