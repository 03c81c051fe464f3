#pragma once

#include "koyomi-closed-year.h"
#include "koyomi-edit.h"

G_BEGIN_DECLS

gboolean _koyomi_edit_close_year (KoyomiEdit        *edit,
                                  KoyomiSession     *session,
                                  KoyomiFiscalYear   year,
                                  KoyomiLanguage     language,
                                  GError           **error);

G_END_DECLS
