#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The runs that a person has chosen, and the one among them that has the focus: what the inspector shows and commands act on.
 * Emits "changed". */
#define KOYOMI_TYPE_RUN_SELECTION (koyomi_run_selection_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunSelection, koyomi_run_selection, KOYOMI, RUN_SELECTION, GObject)

KoyomiRunSelection *koyomi_run_selection_new       (void) G_GNUC_WARN_UNUSED_RESULT;

guint               koyomi_run_selection_count     (KoyomiRunSelection *self);
gboolean            koyomi_run_selection_has       (KoyomiRunSelection *self,
                                                    gint64              run);
gint64              koyomi_run_selection_get_focus (KoyomiRunSelection *self);
GArray             *koyomi_run_selection_list      (KoyomiRunSelection *self) G_GNUC_WARN_UNUSED_RESULT;

void                koyomi_run_selection_choose    (KoyomiRunSelection *self,
                                                    gint64              run);
void                koyomi_run_selection_toggle    (KoyomiRunSelection *self,
                                                    gint64              run);
void                koyomi_run_selection_set       (KoyomiRunSelection *self,
                                                    const gint64       *runs,
                                                    guint               n_runs,
                                                    gint64              focus);
void                koyomi_run_selection_set_focus (KoyomiRunSelection *self,
                                                    gint64              run);
void                koyomi_run_selection_clear     (KoyomiRunSelection *self);

G_END_DECLS
