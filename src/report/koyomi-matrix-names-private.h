#pragma once

#include "koyomi-letters.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What functions, teams and people a table names, in either language. */
typedef struct
{
  GPtrArray  *catalogues;                      /* (element-type KoyomiRecord), as are all */
  GHashTable *groups;
  GPtrArray  *functions[KOYOMI_N_LANGUAGES];
  GPtrArray  *teams[KOYOMI_N_LANGUAGES];
  GPtrArray  *team_labels[KOYOMI_N_LANGUAGES]; /* (element-type utf8): as headings call them */
  GPtrArray  *people[KOYOMI_N_LANGUAGES];
} KoyomiMatrixNames;

KoyomiMatrixNames *_koyomi_matrix_names_load           (KoyomiSession            *session,
                                                        GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void               _koyomi_matrix_names_free           (KoyomiMatrixNames        *self);

gint64             _koyomi_matrix_names_find_catalogue (const KoyomiMatrixNames  *self,
                                                        const char               *code);
gint64             _koyomi_matrix_names_get_catalogue  (const KoyomiMatrixNames  *self,
                                                        KoyomiRecord             *function);
KoyomiRecord      *_koyomi_matrix_names_find_team      (const KoyomiMatrixNames  *self,
                                                        const char               *code,
                                                        const char               *name);
KoyomiRecord      *_koyomi_matrix_names_find_function  (const KoyomiMatrixNames  *self,
                                                        gint64                    catalogue,
                                                        const char               *code,
                                                        const char               *name,
                                                        guint                    *n_found);
const char        *_koyomi_matrix_names_get_title      (const KoyomiMatrixNames  *self,
                                                        KoyomiRecord             *record,
                                                        KoyomiLanguage            language);
gboolean           _koyomi_matrix_names_is_called      (const KoyomiMatrixNames  *self,
                                                        KoyomiRecord             *function,
                                                        const char               *name);
KoyomiRecord      *_koyomi_matrix_names_find_person    (const KoyomiMatrixNames  *self,
                                                        const char               *name,
                                                        gint64                    team,
                                                        gint64                    present);
KoyomiRecord      *_koyomi_matrix_names_get_person     (const KoyomiMatrixNames  *self,
                                                        gint64                    person,
                                                        KoyomiLanguage            language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixNames, _koyomi_matrix_names_free)

G_END_DECLS
