#pragma once

#include <glib-object.h>

#include "koyomi-variance.h"

G_BEGIN_DECLS

/* A line of the table that compares a plan with a baseline. */
#define KOYOMI_TYPE_VARIANCE_ROW (koyomi_variance_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiVarianceRow, koyomi_variance_row, KOYOMI, VARIANCE_ROW, GObject)

/* The columns, as texts. */
typedef enum
{
  KOYOMI_VARIANCE_ROW_FUNCTION,
  KOYOMI_VARIANCE_ROW_TITLE,
  KOYOMI_VARIANCE_ROW_WHAT,
  KOYOMI_VARIANCE_ROW_THEN,
  KOYOMI_VARIANCE_ROW_NOW,
} KoyomiVarianceColumn;

#define KOYOMI_N_VARIANCE_COLUMNS 5

KoyomiVarianceRow  *koyomi_variance_row_new       (const KoyomiVarianceItem *item,
                                                   guint                     number,
                                                   KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

KoyomiVarianceKind  koyomi_variance_row_get_kind  (KoyomiVarianceRow        *self);
const char         *koyomi_variance_row_get_text  (KoyomiVarianceRow        *self,
                                                   KoyomiVarianceColumn      column);
int                 koyomi_variance_row_compare   (KoyomiVarianceRow        *self,
                                                   KoyomiVarianceRow        *other,
                                                   KoyomiVarianceColumn      column);

G_END_DECLS
