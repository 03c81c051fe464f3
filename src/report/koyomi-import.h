#pragma once

#include "koyomi-import-note.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What a row of a file became. */
typedef enum
{
  KOYOMI_IMPORT_NOTHING,     /* a heading or a title */
  KOYOMI_IMPORT_GROUP,
  KOYOMI_IMPORT_FUNCTION,
  KOYOMI_IMPORT_DUTY,
  KOYOMI_IMPORT_ACTIVITY,    /* with its months */
  KOYOMI_IMPORT_TEAM,
  KOYOMI_IMPORT_ASSIGNMENT,
  KOYOMI_IMPORT_RUN,
} KoyomiImportKind;

#define KOYOMI_N_IMPORT_KINDS 8

typedef enum
{
  KOYOMI_IMPORT_ADD,
  KOYOMI_IMPORT_CHANGE,
  KOYOMI_IMPORT_REMOVE,
  KOYOMI_IMPORT_SAME,
  KOYOMI_IMPORT_SKIP,
} KoyomiImportAction;

#define KOYOMI_N_IMPORT_ACTIONS 5

/* A field of what is there already, and what it would become. */
typedef struct
{
  int   field;      /* of the dictionary */
  char *old_text;
  char *new_text;
} KoyomiImportChange;

typedef struct
{
  guint               row;       /* of the file, from 1 */
  KoyomiImportKind    kind;
  KoyomiImportAction  action;
  KoyomiImportAction  found;     /* what it is as long as its row is not left out */
  char               *name;      /* of the function, duty, … */
  char               *detail;    /* of an activity its months, such as 4,7,10; else "" */
  GArray             *changes;   /* (element-type KoyomiImportChange) */
} KoyomiImportItem;

/* A dry run: what a file would make of a plan, and everything that is doubtful or wrong in it. Nothing is written before
 * koyomi_import_apply(). */
#define KOYOMI_TYPE_IMPORT (koyomi_import_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiImport, koyomi_import, KOYOMI, IMPORT, GObject)

const char  *koyomi_import_get_sheet      (KoyomiImport          *self);
guint32      koyomi_import_get_day        (KoyomiImport          *self);
gint64       koyomi_import_get_catalogue  (KoyomiImport          *self);
GPtrArray   *koyomi_import_get_items      (KoyomiImport          *self);
GPtrArray   *koyomi_import_get_notes      (KoyomiImport          *self);
guint        koyomi_import_count          (KoyomiImport          *self,
                                           KoyomiImportKind       kind,
                                           KoyomiImportAction     action);
guint        koyomi_import_count_notes    (KoyomiImport          *self,
                                           KoyomiImportSeverity   severity);
guint        koyomi_import_count_changes  (KoyomiImport          *self);
gboolean     koyomi_import_has_changes    (KoyomiImport          *self);
char        *koyomi_import_format_place   (KoyomiImport          *self,
                                           guint                  row,
                                           int                    column,
                                           KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
char        *koyomi_import_summarize      (KoyomiImport          *self,
                                           KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

const char  *koyomi_import_kind_get_nick    (KoyomiImportKind     self);
const char  *koyomi_import_kind_get_label   (KoyomiImportKind     self,
                                             KoyomiLanguage       language);
const char  *koyomi_import_action_get_nick  (KoyomiImportAction   self);
const char  *koyomi_import_action_get_label (KoyomiImportAction   self,
                                             KoyomiLanguage       language);

void         koyomi_import_skip_row       (KoyomiImport          *self,
                                           guint                  row);
void         koyomi_import_take_row       (KoyomiImport          *self,
                                           guint                  row);
gboolean     koyomi_import_takes_row      (KoyomiImport          *self,
                                           guint                  row);
gboolean     koyomi_import_apply          (KoyomiImport          *self,
                                           KoyomiSession         *session,
                                           const char            *label,
                                           GError               **error);

G_END_DECLS
