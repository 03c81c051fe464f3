#pragma once

#include "koyomi-cric-layout-private.h"
#include "koyomi-import-private.h"

G_BEGIN_DECLS

/* A duty, in the cell that it was read from. */
typedef struct
{
  char  *title;
  guint  row;
  int    column;
} KoyomiCricDuty;

/* One title of a function's calendar with all of its months. */
typedef struct
{
  char   *title;
  guint   row;
  int     column;      /* of the first month */
  GArray *months;      /* (element-type int): those of the columns */
  GArray *planned;     /* (element-type int): those to plan, which may be the adjusted ones */
} KoyomiCricActivity;

/* One function as the file has it. */
typedef struct
{
  guint      row;
  int        reference;     /* of the CRIC table, or -1 */
  char      *name;
  char      *code;
  char      *group;         /* "" for none */
  char      *tasks;
  char      *skills;
  int        tasks_column;
  GPtrArray *teams;         /* (element-type utf8) */
  GArray    *duties[3];     /* (element-type KoyomiCricDuty), by KoyomiDutyKind */
  GArray    *activities;    /* (element-type KoyomiCricActivity) */
} KoyomiCricFunction;

/* What a sheet says, before it is compared with a plan. */
typedef struct
{
  const KoyomiSheet      *sheet;
  const KoyomiCricLayout *layout;
  KoyomiImport           *import;
  gboolean                adjusted_months;
  gboolean                is_cric;
  KoyomiLanguage          language;    /* of the texts */
  GPtrArray              *functions;   /* (element-type KoyomiCricFunction) */
} KoyomiCricTable;

void      _koyomi_cric_table_read   (KoyomiCricTable  *self);
void      _koyomi_cric_table_clear  (KoyomiCricTable  *self);
gboolean  _koyomi_cric_plan_compare (KoyomiCricTable  *table,
                                     KoyomiSession    *session,
                                     KoyomiFiscalYear  year,
                                     GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCricTable, _koyomi_cric_table_clear)

G_END_DECLS
