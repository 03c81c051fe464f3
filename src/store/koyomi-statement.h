#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A prepared statement. Parameters go by name; binding cannot fail on the spot: the statement remembers and step tells.
 * Letting go of a statement gives it back to its database, which keeps it for the next one that asks for the same text. */
typedef struct _KoyomiStatement KoyomiStatement;

typedef enum
{
  KOYOMI_STEP_FAILED,
  KOYOMI_STEP_ROW,
  KOYOMI_STEP_DONE,
} KoyomiStep;

void         koyomi_statement_free       (KoyomiStatement *self);

void         koyomi_statement_bind_int   (KoyomiStatement *self,
                                          const char      *name,
                                          gint64           value);
void         koyomi_statement_bind_real  (KoyomiStatement *self,
                                          const char      *name,
                                          double           value);
void         koyomi_statement_bind_text  (KoyomiStatement *self,
                                          const char      *name,
                                          const char      *value);
void         koyomi_statement_bind_blob  (KoyomiStatement *self,
                                          const char      *name,
                                          gconstpointer    data,
                                          gsize            size);
void         koyomi_statement_bind_null  (KoyomiStatement *self,
                                          const char      *name);

KoyomiStep   koyomi_statement_step       (KoyomiStatement  *self,
                                          GError          **error);
gboolean     koyomi_statement_run        (KoyomiStatement  *self,
                                          GError          **error);

gboolean     koyomi_statement_is_null    (KoyomiStatement *self,
                                          int              column);
gint64       koyomi_statement_get_int    (KoyomiStatement *self,
                                          int              column);
double       koyomi_statement_get_real   (KoyomiStatement *self,
                                          int              column);
const char  *koyomi_statement_get_text   (KoyomiStatement *self,
                                          int              column);
GBytes      *koyomi_statement_dup_blob   (KoyomiStatement *self,
                                          int              column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiStatement, koyomi_statement_free)

G_END_DECLS
