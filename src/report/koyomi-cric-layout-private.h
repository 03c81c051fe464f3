#pragma once

#include "koyomi-sheet.h"

G_BEGIN_DECLS

/* What a column of a table of functions holds. */
typedef enum
{
  KOYOMI_CRIC_GROUP,
  KOYOMI_CRIC_CODE,
  KOYOMI_CRIC_FUNCTION,
  KOYOMI_CRIC_TEAM,
  KOYOMI_CRIC_TASKS,
  KOYOMI_CRIC_SKILLS,
  KOYOMI_CRIC_MONTHLY,       /* these three in the order of KoyomiDutyKind */
  KOYOMI_CRIC_ROUTINE,
  KOYOMI_CRIC_AT_INCIDENT,
  KOYOMI_N_CRIC_ROLES,
} KoyomiCricRole;

typedef struct
{
  guint column;
  int   month;    /* 1 to 12 */
} KoyomiCricMonth;

/* Where in a sheet things stand. */
typedef struct
{
  int     columns[KOYOMI_N_CRIC_ROLES];   /* -1 for those that the sheet does not have */
  GArray *months;                         /* (element-type KoyomiCricMonth) */
  guint   last_heading_row;
} KoyomiCricLayout;

gboolean        _koyomi_cric_layout_find        (KoyomiCricLayout  *self,
                                                 const KoyomiSheet *sheet,
                                                 int                start_month);
void            _koyomi_cric_layout_clear       (KoyomiCricLayout  *self);
gboolean        _koyomi_cric_layout_is_heading  (KoyomiCricRole     role,
                                                 const char        *text);

const char     *_koyomi_cric_get_merged         (const KoyomiSheet *sheet,
                                                 guint              row,
                                                 guint              column,
                                                 KoyomiSheetRange  *range);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCricLayout, _koyomi_cric_layout_clear)

G_END_DECLS
