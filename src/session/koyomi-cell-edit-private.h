#pragma once

#include "koyomi-cell-edit.h"
#include "koyomi-edit.h"

G_BEGIN_DECLS

KoyomiRecord *_koyomi_assignment_copy    (KoyomiRecord     *assignment) G_GNUC_WARN_UNUSED_RESULT;
gboolean      _koyomi_assignment_insert_copy (KoyomiEdit   *edit,
                                              KoyomiRecord     *original,
                                              KoyomiRecord     *copy,
                                              GError          **error);
char         *_koyomi_label_add_day      (char             *label,
                                          KoyomiCellsTime   time,
                                          guint32           day,
                                          KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
