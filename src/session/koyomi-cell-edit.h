#pragma once

#include "koyomi-edit.h"
#include "koyomi-letter-block.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What a person did to cells of the matrix, for the change log. */
typedef enum
{
  KOYOMI_CELLS_SET,
  KOYOMI_CELLS_FILL,
  KOYOMI_CELLS_PASTE,
  KOYOMI_CELLS_CLEAR,
} KoyomiCellsAction;

/* When it holds. */
typedef enum
{
  KOYOMI_CELLS_IN_PLACE,   /* what holds on the day is corrected, as if it had always been so */
  KOYOMI_CELLS_FROM_DAY,   /* what holds on the day ends the day before, and something else begins: a re-organisation */
} KoyomiCellsTime;

gboolean  koyomi_cells_set          (KoyomiSession           *session,
                                     const KoyomiAlphabet    *alphabet,
                                     const KoyomiCellChange  *changes,
                                     guint                    n_changes,
                                     KoyomiCellsAction        action,
                                     KoyomiCellsTime          time,
                                     guint32                  day,
                                     KoyomiLanguage           language,
                                     GError                 **error);
gboolean  koyomi_assignment_save    (KoyomiSession           *session,
                                     KoyomiRecord            *assignment,
                                     KoyomiLanguage           language,
                                     GError                 **error);
gboolean  koyomi_assignment_change  (KoyomiSession           *session,
                                     KoyomiRecord            *assignment,
                                     KoyomiCellsTime          time,
                                     guint32                  day,
                                     KoyomiLanguage           language,
                                     GError                 **error);
gboolean  koyomi_assignments_change (KoyomiSession           *session,
                                     GPtrArray               *assignments,
                                     KoyomiCellsTime          time,
                                     guint32                  day,
                                     KoyomiLanguage           language,
                                     GError                 **error);
gboolean  koyomi_assignment_rewrite (KoyomiEdit              *edit,
                                     KoyomiRecord            *assignment,
                                     const char              *letters,
                                     KoyomiCellsTime          time,
                                     guint32                  day,
                                     GError                 **error);
gint64    koyomi_session_add_letter (KoyomiSession           *session,
                                     const char              *letter,
                                     const char              *name,
                                     const char              *meaning,
                                     KoyomiLanguage           language,
                                     GError                 **error);

G_END_DECLS
