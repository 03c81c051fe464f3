#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a management review has to look at: of each input what the plan's records say, and what people add. */
#define KOYOMI_TYPE_REVIEW_VIEW (koyomi_review_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReviewView, koyomi_review_view, KOYOMI, REVIEW_VIEW, GtkWidget)

GtkWidget *koyomi_review_view_new         (KoyomiWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_review_view_set_meeting (KoyomiReviewView  *self,
                                           gint64             meeting);

G_END_DECLS
