#pragma once

#include "koyomi-edit.h"

G_BEGIN_DECLS

void _koyomi_edit_roll_over (KoyomiEdit *self);

G_END_DECLS
