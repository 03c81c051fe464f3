#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* What can be wrong with a plan or a change to it: a code for each thing that a caller can do about it. */
typedef enum
{
  KOYOMI_PLAN_ERROR_FAILED,       /* nothing in particular */
  KOYOMI_PLAN_ERROR_BUSY,         /* another program is writing: try again */
  KOYOMI_PLAN_ERROR_CONSTRAINT,   /* the row breaks a rule of its table */
  KOYOMI_PLAN_ERROR_CORRUPT,      /* the file is damaged: restore a backup */
  KOYOMI_PLAN_ERROR_NOT_A_PLAN,   /* another program's file, or none: choose another */
  KOYOMI_PLAN_ERROR_TOO_NEW,      /* from a later version: update the program */
  KOYOMI_PLAN_ERROR_ALTERED,      /* its tables are not ours: somebody has planted or removed something */
  KOYOMI_PLAN_ERROR_NOT_FOUND,    /* no such file or row */
  KOYOMI_PLAN_ERROR_EXISTS,       /* a file is there already */
  KOYOMI_PLAN_ERROR_READ_ONLY,    /* this plan cannot be written */
  KOYOMI_PLAN_ERROR_FULL,         /* no room on the disk */
  KOYOMI_PLAN_ERROR_CONFLICT,     /* rows are not what the journal says: they were changed outside */
  KOYOMI_PLAN_ERROR_BROKEN_CHAIN, /* the journal itself was changed */
  KOYOMI_PLAN_ERROR_NOTHING,      /* nothing to undo or redo */
  KOYOMI_PLAN_ERROR_CLOSED,       /* the run lies in a fiscal year that is closed: open that again first */
} KoyomiPlanError;

#define KOYOMI_PLAN_ERROR (koyomi_plan_error_quark ())
GQuark      koyomi_plan_error_quark       (void);

const char *koyomi_plan_error_get_advice  (KoyomiPlanError  code,
                                           KoyomiLanguage   language);

G_END_DECLS
