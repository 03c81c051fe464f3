#pragma once

#include "koyomi-edit.h"
#include "koyomi-reference.h"
#include "koyomi-template.h"

G_BEGIN_DECLS

typedef struct
{
  int   field;
  char *text;
} KoyomiPendingText;

/* Fills a new plan from the tables that are compiled in. Rows refer to one another by local keys; a text that both languages have
 * goes into the row and its translation. */
typedef struct
{
  KoyomiEdit               *edit;
  const KoyomiPlanOptions  *options;
  KoyomiFiscalYear          year;
  guint32                   today;
  GHashTable               *keys;      /* "table key" -> row id */
  GHashTable               *coming;    /* keys of meetings that are still to be held */
  GArray                   *pending;   /* (element-type KoyomiPendingText): translations for the record being filled */
} KoyomiLoader;

void      _koyomi_loader_init        (KoyomiLoader           *self);
void      _koyomi_loader_clear       (KoyomiLoader           *self);
void      _koyomi_loader_set_both    (KoyomiLoader           *self,
                                      KoyomiRecord           *record,
                                      int                     field,
                                      const char             *ja,
                                      const char             *en);
void      _koyomi_loader_set_cell    (KoyomiLoader           *self,
                                      KoyomiRecord           *record,
                                      int                     field,
                                      const KoyomiReference  *table,
                                      guint                   row,
                                      const char             *column);
void      _koyomi_loader_set_word    (KoyomiRecord           *record,
                                      int                     field,
                                      const char             *nick);
gboolean  _koyomi_loader_insert      (KoyomiLoader           *self,
                                      KoyomiRecord           *record,
                                      const char             *key,
                                      GError                **error);
void      _koyomi_loader_name        (KoyomiLoader           *self,
                                      KoyomiRecord           *record,
                                      const char             *format,
                                      ...) G_GNUC_PRINTF (3, 4);
gboolean  _koyomi_loader_has         (KoyomiLoader           *self,
                                      KoyomiTableId           table,
                                      const char             *key);
gint64    _koyomi_loader_find        (KoyomiLoader           *self,
                                      KoyomiTableId           table,
                                      const char             *key);
gint64    _koyomi_loader_findf       (KoyomiLoader           *self,
                                      KoyomiTableId           table,
                                      const char             *format,
                                      ...) G_GNUC_PRINTF (3, 4);

gboolean  _koyomi_template_load_metric      (KoyomiLoader  *loader,
                                             guint          row,
                                             GError       **error);
gboolean  _koyomi_template_load_registers   (KoyomiLoader  *loader,
                                             GError       **error);
gboolean  _koyomi_template_load_catalogues  (KoyomiLoader  *loader,
                                             GError       **error);
gboolean  _koyomi_template_load_check_lists (KoyomiLoader  *loader,
                                             GError       **error);
gboolean  _koyomi_template_load_teams       (KoyomiLoader  *loader,
                                             GError       **error);
gboolean  _koyomi_template_load_year        (KoyomiLoader  *loader,
                                             gboolean       with_runs,
                                             GError       **error);
gboolean  _koyomi_template_load_sample      (KoyomiLoader  *loader,
                                             KoyomiSession *session,
                                             GError       **error);

G_END_DECLS
