#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The page for the board: so many metrics at most, in an order of their own. */
#define KOYOMI_MOST_BOARD_TILES 12

GArray   *koyomi_session_list_board_tiles    (KoyomiSession   *session,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GArray   *koyomi_session_propose_board_tiles (KoyomiSession   *session,
                                              guint32          today,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  koyomi_session_set_board_tiles     (KoyomiSession   *session,
                                              const GArray    *metrics,
                                              KoyomiLanguage   language,
                                              GError         **error);

G_END_DECLS
