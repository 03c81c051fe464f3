#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A code for each thing that a caller can do about it. */
typedef enum
{
  KOYOMI_STORE_ERROR_FAILED,       /* nothing in particular */
  KOYOMI_STORE_ERROR_BUSY,         /* another program is writing: try again */
  KOYOMI_STORE_ERROR_CONSTRAINT,   /* the row breaks a rule of its table */
  KOYOMI_STORE_ERROR_CORRUPT,      /* the file is damaged: restore a backup */
  KOYOMI_STORE_ERROR_NOT_A_PLAN,   /* another program's file, or none: choose another */
  KOYOMI_STORE_ERROR_TOO_NEW,      /* from a later version: update the program */
  KOYOMI_STORE_ERROR_ALTERED,      /* its tables are not ours: somebody has planted or removed something */
  KOYOMI_STORE_ERROR_NOT_FOUND,    /* no such file or row */
  KOYOMI_STORE_ERROR_EXISTS,       /* a file is there already */
  KOYOMI_STORE_ERROR_READ_ONLY,    /* this plan cannot be written */
  KOYOMI_STORE_ERROR_FULL,         /* no room on the disk */
  KOYOMI_STORE_ERROR_CONFLICT,     /* rows are not what the journal says: they were changed outside */
  KOYOMI_STORE_ERROR_BROKEN_CHAIN, /* the journal itself was changed */
  KOYOMI_STORE_ERROR_NOTHING,      /* nothing to undo or redo */
} KoyomiStoreError;

#define KOYOMI_STORE_ERROR (koyomi_store_error_quark ())
GQuark koyomi_store_error_quark (void);

G_END_DECLS
