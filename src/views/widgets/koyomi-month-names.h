#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

GListModel *koyomi_month_names_new (KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
